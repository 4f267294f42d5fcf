using NewsWire.Data;
using NewsWire.Data.Subjects;

namespace NewsWire.Web.Reading;

/// <summary>Finds the canonical spelling of what an address names by another code or by its name: lang=French, wire=PR Newswire.</summary>
internal static class FilterNames
{
    public static ReleaseFilter Canonical(ReleaseFilter filter, Facets facets) => filter with
    {
        Subjects = [.. filter.Subjects.Select(clause => Named(clause, key => Subject(key, facets))).Unrepeated()],
        Wires = [.. filter.Wires.Select(clause => Named(clause, name => Wire(name, facets)))],
        Languages = [.. filter.Languages.Select(clause => Named(clause, name => Language(name, facets)))],
    };

    /// <summary>
    /// What a ticker may mean, the likeliest first: NYSE ABC is NYSE:ABC or else NYSEABC. Exchanges are stored by one name: WSE:ABC and
    /// XWAR:ABC are WARSAW:ABC.
    /// </summary>
    public static IReadOnlyList<string> Tickers(string text)
    {
        var joined = Joined(text);
        var cut = text.IndexOf(':') is >= 0 and var colon ? colon : text.LastIndexOf(' ');
        if (cut <= 0)
            return [joined];
        var (exchange, symbol) = (text[..cut], Joined(text[(cut + 1)..]));
        return [.. new[] { $"{Joined(Exchanges.Name(exchange)?.ToUpperInvariant() ?? exchange)}:{symbol}", joined }.Distinct()];
    }

    private static string Joined(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>The wire that a key or name means in any spelling; null where none or more than one does.</summary>
    public static string? Wire(string name, IEnumerable<(string Key, string Name)> wires) =>
        wires.Where(wire => Languages.IsSame(wire.Key, name) || Languages.IsSame(wire.Name, name)).Take(2).ToList() is [var only] ? only.Key : null;

    private static FilterClause<T> Named<T>(FilterClause<T> clause, Func<T, T> name)
        where T : IEquatable<T> => clause with { Values = [.. clause.Values.Select(name).Distinct()] };

    // A name without a scheme is looked for in PR Newswire's list first, which the address already did, and then in all others.
    private static SubjectKey Subject(SubjectKey key, Facets facets)
    {
        if (KnownFilter.IsKnown(key, facets))
            return facets.SubjectByKey.TryGetValue(key, out var used) ? used.Topic : key;
        if (!key.IsPrNewswire)
            return key;
        var named = SubjectCatalog.Shipped.Named(key.Code)
            .Concat(facets.Subjects.Where(subject => Languages.IsSame(subject.Name, key.Code)).Select(subject => subject.Topic))
            .Distinct().ToList();
        // Two vocabularies may give one name to different things; a reader has seen the one in use.
        return named.Count == 0 ? key : named.MaxBy(topic => facets.Subjects.Where(subject => subject.Topic == topic).Sum(subject => subject.Releases));
    }

    private static string Wire(string name, Facets facets) =>
        facets.WireByKey.ContainsKey(name) ? name : Wire(name, facets.Wires.Select(wire => (wire.Key, wire.Name))) ?? name;

    // Releases of a region are stored under their language: fr-CA is French, unless a release carries the code itself.
    private static string Language(string name, Facets facets) =>
        InUse(name, facets) ?? (Languages.Find(name) is { } code ? InUse(code, facets) ?? Languages.WithoutRegion(code) : name);

    private static string? InUse(string code, Facets facets) =>
        facets.Languages.FirstOrDefault(language => language.Codes.Append(language.Code).Contains(code, StringComparer.OrdinalIgnoreCase))?.Code;
}
