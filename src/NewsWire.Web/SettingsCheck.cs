using Microsoft.Extensions.Options;
using NewsWire.Data;

namespace NewsWire.Web;

/// <summary>
/// Refuses settings that would be ignored or could not be read, before anything is started. Looks at the sections of NewsWire's own and
/// at names similar to theirs; other environment variables are ignored.
/// </summary>
internal static class SettingsCheck
{
    private const string Connection = "ConnectionStrings";
    private const string ConnectionName = "NewsWire";

    // What ASP.NET Core, Kestrel and Serilog read: settings, and sections of settings.
    private static readonly string[] Foreign =
    [
        "urls", "http_ports", "https_ports", "environment", "contentRoot", "webRoot", "applicationName", "AllowedHosts", "detailedErrors",
        "preferHostingUrls", "shutdownTimeoutSeconds", "ForwardedHeaders_Enabled",
    ];

    private static readonly string[] ForeignSections = ["Kestrel", "Logging", "Serilog"];

    private static readonly string[] Own = [.. KnownSettings.All.Select(setting => setting.Parts[0]).Append(Connection).Distinct()];

    /// <param name="args">The settings of the command line, which configuration has taken in as far as it could.</param>
    /// <exception cref="OptionsValidationException">A setting is unknown or its value cannot be read; each failure names one.</exception>
    public static void Check(IConfiguration configuration, IReadOnlyList<string> args)
    {
        List<string> failures = [.. Arguments(args)];
        foreach (var (name, value) in configuration.AsEnumerable())
        {
            if (value is not null && name.Contains(':', StringComparison.Ordinal) && Failure(name, value) is { } failure)
                failures.Add(failure);
        }
        failures.AddRange(ListenAddresses.Failures(configuration));
        if (failures.Count > 0)
            throw new OptionsValidationException("settings", typeof(SettingsCheck), failures.Distinct(StringComparer.OrdinalIgnoreCase));
    }

    // Read as the configuration of the command line reads them: --name value, --name=value, /name value, name=value.
    private static IEnumerable<string> Arguments(IReadOnlyList<string> args)
    {
        for (var index = 0; index < args.Count; index++)
        {
            var argument = args[index];
            var assigned = argument.Contains('=', StringComparison.Ordinal);
            if (!assigned && !argument.StartsWith("--", StringComparison.Ordinal) && !argument.StartsWith('/'))
            {
                yield return $"“{argument}” is not understood. Settings are given as in --Ingestion:Workers 8.";
                continue;
            }
            var name = argument.TrimStart('-', '/').Split('=')[0];
            var followed = !assigned && index + 1 < args.Count && !args[index + 1].StartsWith("--", StringComparison.Ordinal);
            if (!IsName(name))
                yield return Unknown(name);
            else if (!assigned && !followed)
                yield return $"{name} has no value. It is given as in --{name}=VALUE.";
            // With a colon it is checked together with the settings of files and the environment.
            else if (Own.Concat(ForeignSections).Contains(name, StringComparer.OrdinalIgnoreCase))
                yield return TakesNoValue(name, assigned ? argument[(argument.IndexOf('=', StringComparison.Ordinal) + 1)..] : args[index + 1]);
            if (followed)
                index++;
        }
    }

    private static bool IsName(string name)
    {
        var first = name.Split(':')[0];
        return Own.Concat(ForeignSections).Contains(first, StringComparer.OrdinalIgnoreCase) || Foreign.Contains(name, StringComparer.OrdinalIgnoreCase);
    }

    private static string? Failure(string name, string value)
    {
        var parts = name.Split(':');
        if (!Own.Contains(parts[0], StringComparer.OrdinalIgnoreCase))
            return NearestName.Of(parts[0], Own) is null ? null : Unknown(name);
        if (parts[0].Equals(Connection, StringComparison.OrdinalIgnoreCase))
            return parts[1].Equals(ConnectionName, StringComparison.OrdinalIgnoreCase) || Nearest(parts) is null ? null : Unknown(name);
        var found = KnownSettings.All.FirstOrDefault(known => known.Begins(parts) && known.Parts.Length >= parts.Length);
        if (found is null)
            return Unknown(name);
        if (found.Parts.Length == parts.Length)
            return SettingValue.Requirement(found, value) is { } must ? $"{name} is “{value}”. It must be {must}." : null;
        // An empty list of a settings file.
        return value.Length == 0 ? null : TakesNoValue(name, value);
    }

    // A section, or a list: named with what can be set in it.
    private static string TakesNoValue(string name, string value)
    {
        var parts = name.Split(':');
        List<string> members = [.. Members(parts, name).Distinct(StringComparer.OrdinalIgnoreCase)];
        var enabled = members.Find(member => member.EndsWith(":Enabled", StringComparison.Ordinal));
        var advice = members is [] ? ""
            : enabled is not null && members.Count > 1 && SettingValue.IsSwitch(value) ? $" Did you mean {enabled}?"
            : Advice(members);
        return $"{name} takes no value of its own.{advice}";
    }

    private static string Advice(List<string> members) =>
        members is [var only] ? $" Set {only}." : $" Set {string.Join(", ", members[..^1])} or {members[^1]}.";

    private static IEnumerable<string> Members(string[] parts, string name) =>
        parts is [var section] && section.Equals(Connection, StringComparison.OrdinalIgnoreCase)
            ? [$"{Connection}:{ConnectionName}"]
            : KnownSettings.All.Where(known => known.Begins(parts) && known.Parts.Length > parts.Length)
                .Select(known => (Next: known.Parts[parts.Length], IsLast: known.Parts.Length == parts.Length + 1))
                .Select(known => $"{name}:{(known.Next != "*" ? known.Next : known.IsLast ? "0" : "NAME:Enabled")}");

    private static string Unknown(string name)
    {
        var parts = name.Replace("__", ":", StringComparison.Ordinal).Split(':');
        if (Nearest(parts) is { } nearest)
            return $"{name} is not a setting. Did you mean {nearest}?";
        List<string> members = parts.Length == 1 ? [] : [.. Members(parts[..^1], string.Join(':', parts[..^1])).Distinct(StringComparer.OrdinalIgnoreCase)];
        return $"{name} is not a setting.{(members is [] ? "" : Advice(members))}";
    }

    // Part by part, so that Ingestion:Sources:inbox:Evry becomes Ingestion:Sources:inbox:Every.
    private static string? Nearest(string[] given)
    {
        string[] meant = [];
        foreach (var part in given)
        {
            var known = Next(meant, alone: given.Length == 1);
            if ((known.Contains("*") ? part : NearestName.Of(part, known)) is not { } nearest)
                return WithLastPart(given[^1]);
            meant = [.. meant, nearest];
        }
        return string.Join(':', meant);
    }

    // What may follow the parts of a name.
    private static List<string> Next(string[] parts, bool alone) => parts switch
    {
        [] => [.. Own, .. alone ? [.. Foreign, "help", "version"] : ForeignSections],
        [Connection, ..] => [ConnectionName],
        _ => [.. KnownSettings.All.Where(known => known.Parts.Length > parts.Length && known.Begins(parts))
            .Select(known => known.Parts[parts.Length]).Distinct()],
    };

    // Web:Workers, or Workers alone: the only setting of that name.
    private static string? WithLastPart(string name)
    {
        var similar = KnownSettings.All.Where(known => !known.Parts.Contains("*") && NearestName.Of(name, [known.Parts[^1]]) is not null);
        return similar.ToList() is [var only] ? string.Join(':', only.Parts) : null;
    }
}
