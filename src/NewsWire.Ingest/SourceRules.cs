using Microsoft.Extensions.Options;
using NewsWire.Data;
using NewsWire.Ingest.Wires;

namespace NewsWire.Ingest;

/// <summary>Checks the configured sources when the program starts. Every failure names the setting that has to be changed.</summary>
internal sealed class SourceRules : IValidateOptions<IngestionOptions>
{
    private static readonly string[] Kinds = ["feed", "list", "folder"];

    private readonly string[] _wires = [.. new WireCatalog().All.Select(wire => wire.Key)];

    /// <summary>Gives every source without a Key of its own its member name as key.</summary>
    public static void NameSources(IngestionOptions options)
    {
        foreach (var (name, source) in options.Sources)
        {
            if (string.IsNullOrWhiteSpace(source.Key))
                source.Key = name.ToLowerInvariant();
        }
    }

    public ValidateOptionsResult Validate(string? name, IngestionOptions options)
    {
        List<string> failures =
            [.. options.Sources.SelectMany(member => Failures(member.Key, member.Value)), .. SharedKeys(options.Sources)];
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> Failures(string name, SourceOptions source)
    {
        var place = Place(name);
        if (IsLeftover(name, source))
        {
            yield return $"{place} is not a source: it has no Wire, Kind or Address. "
                + "Sources are set by name, as in Ingestion:Sources:inbox:Enabled.";
            yield break;
        }
        if (string.IsNullOrWhiteSpace(source.Wire))
            yield return $"{place}:Wire is missing. It can be {Choice(_wires)}.";
        else if (!_wires.Contains(source.Wire, StringComparer.Ordinal))
            yield return $"{place}:Wire is “{source.Wire}”, which is not a known wire.{NearestName.Question(source.Wire, _wires)} "
                + $"It can be {Choice(_wires)}.";
        if (string.IsNullOrWhiteSpace(source.Kind))
            yield return $"{place}:Kind is missing. It can be {Choice(Kinds)}.";
        else if (!Kinds.Contains(source.Kind, StringComparer.Ordinal))
            yield return $"{place}:Kind is “{source.Kind}”. It can be {Choice(Kinds)}.";
        // The address itself is not repeated: it may hold a password.
        if (string.IsNullOrWhiteSpace(source.Address))
            yield return $"{place}:Address is missing. It is an http or https address, or the path of a folder.";
        else if (source.Kind is "feed" or "list" && !IsWebAddress(source.Address))
            yield return $"{place}:Address is not an http or https address, which a {source.Kind} needs.";
        if (source.Every <= TimeSpan.Zero)
            yield return $"{place}:Every is {source.Every}. It must be longer than zero.";
        if (string.IsNullOrWhiteSpace(source.Zone))
            yield return $"{place}:Zone is empty. It is an IANA time zone, such as Europe/Paris.";
        else if (!TimeZoneInfo.TryFindSystemTimeZoneById(source.Zone, out _))
            yield return $"{place}:Zone is “{source.Zone}”, which is not a known time zone.{NearestName.Question(source.Zone, Zones())}";
    }

    private static IEnumerable<string> SharedKeys(IDictionary<string, SourceOptions> sources) =>
        from member in sources
        group Place(member.Key) by member.Value.Key.ToUpperInvariant() into places
        where places.Count() > 1
        select $"{Places([.. places])} have the key {places.Key.ToLowerInvariant()}. A key names one source.";

    private static string Places(string[] places) =>
        places is [var first, var second] ? $"{first} and {second} both" : $"{string.Join(", ", places[..^1])} and {places[^1]} all";

    // What remains of settings for a source that was once numbered, such as Ingestion:Sources:3:Enabled.
    private static bool IsLeftover(string name, SourceOptions source) =>
        name.All(char.IsAsciiDigit) && new[] { source.Wire, source.Kind, source.Address }.All(string.IsNullOrWhiteSpace);

    private static bool IsWebAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);

    private static IEnumerable<string> Zones() => TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id);

    private static string Place(string name) => $"Ingestion:Sources:{name}";

    private static string Choice(string[] names) => $"{string.Join(", ", names[..^1])} or {names[^1]}";
}
