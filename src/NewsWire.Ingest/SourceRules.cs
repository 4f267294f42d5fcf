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
        string[] complete = [.. options.Sources.Where(member => !Lacks(member.Value).Any()).Select(member => member.Key)];
        List<string> failures =
        [
            .. options.Sources.SelectMany(member => Lacks(member.Value).Any()
                ? [Incomplete(member.Key, member.Value, complete)]
                : Failures(member.Key, member.Value)),
            .. SharedKeys(options.Sources),
        ];
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> Failures(string name, SourceOptions source)
    {
        var place = Place(name);
        if (!_wires.Contains(source.Wire, StringComparer.Ordinal))
            yield return $"{place}:Wire is “{source.Wire}”, which is not a known wire.{NearestName.Question(source.Wire, _wires)} "
                + $"It can be {Choice(_wires)}.";
        if (!Kinds.Contains(source.Kind, StringComparer.Ordinal))
            yield return $"{place}:Kind is “{source.Kind}”. It can be {Choice(Kinds)}.";
        // The address itself is not repeated: it may hold a password.
        if (source.Kind is "feed" or "list" && !IsWebAddress(source.Address))
            yield return $"{place}:Address is not an http or https address, which a {source.Kind} needs.";
        if (source.Kind == "folder" && source.Address.Contains("://", StringComparison.Ordinal))
            yield return $"{place}:Address is a web address, and the source is a folder. Set {place}:Kind to feed or list, or Address to the path of a folder.";
        if (ZoneName.Problem($"{place}:Zone", source.Zone) is { } problem)
            yield return problem;
    }

    private static IEnumerable<string> SharedKeys(IDictionary<string, SourceOptions> sources) =>
        from member in sources
        group Place(member.Key) by member.Value.Key.ToUpperInvariant() into places
        where places.Count() > 1
        select $"{Places([.. places])} have the key {places.Key.ToLowerInvariant()}. A key names one source.";

    private static string Places(string[] places) =>
        places is [var first, var second] ? $"{first} and {second} both" : $"{string.Join(", ", places[..^1])} and {places[^1]} all";

    private static IEnumerable<string> Lacks(SourceOptions source)
    {
        if (string.IsNullOrWhiteSpace(source.Wire))
            yield return "Wire";
        if (string.IsNullOrWhiteSpace(source.Kind))
            yield return "Kind";
        if (string.IsNullOrWhiteSpace(source.Address))
            yield return "Address";
    }

    // Often the misspelt name of another source; a number is the rest of settings for a source that was once numbered.
    private string Incomplete(string name, SourceOptions source, string[] complete)
    {
        string[] lacks = [.. Lacks(source)];
        var question = NearestName.Of(name, complete) is { } nearest ? $" Did you mean {Place(nearest)}?" : "";
        if (lacks is ["Wire", "Kind", "Address"])
            return $"{Place(name)} is not a source: it has no Wire, Kind or Address.{question} "
                + "Sources are set by name, as in Ingestion:Sources:inbox:Enabled.";
        return $"{string.Join(" and ", lacks.Select(setting => $"{Place(name)}:{setting}"))} {(lacks.Length == 1 ? "is" : "are")} missing.{question} "
            + string.Join(" ", lacks.Select(Meaning));
    }

    private string Meaning(string setting) => setting switch
    {
        "Wire" => $"Wire can be {Choice(_wires)}.",
        "Kind" => $"Kind can be {Choice(Kinds)}.",
        _ => "Address is an http or https address, or the path of a folder.",
    };

    private static bool IsWebAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);

    private static string Place(string name) => $"Ingestion:Sources:{name}";

    private static string Choice(string[] names) => $"{string.Join(", ", names[..^1])} or {names[^1]}";
}
