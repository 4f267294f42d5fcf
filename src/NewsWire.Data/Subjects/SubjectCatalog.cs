using System.Collections.Frozen;

namespace NewsWire.Data.Subjects;

/// <summary>One entry of a vocabulary: a code is only unique within its scheme (MIN: men's interest, and mining).</summary>
/// <param name="Scheme">The list it stands in: prn, prn-industry, or a wire's own key.</param>
/// <param name="Medtop">The IPTC Media Topic it corresponds to (medtop:20000202), where one is known.</param>
public sealed record Subject(string Scheme, string Code, string Name, string? French = null, string? Medtop = null);

/// <summary>
/// The vocabularies NewsWire carries, read once from the data files beside this class. Aliases, old names and French
/// names lead to the code; comparison overlooks case, accents are kept.
/// </summary>
public sealed class SubjectCatalog
{
    /// <summary>PR Newswire's subject list: the one whose codes stand alone in an address (/subjects/LIC).</summary>
    public const string PrNewswire = "prn";

    /// <summary>PR Newswire's industry list: another namespace of three letters.</summary>
    public const string PrNewswireIndustry = "prn-industry";

    /// <summary>The catalog as shipped.</summary>
    public static SubjectCatalog Shipped { get; } = new();

    private readonly FrozenDictionary<(string, string), Subject> _byCode;
    private readonly FrozenDictionary<(string, string), Subject> _byName;
    private readonly FrozenDictionary<string, string[]> _namesWithCommas;

    private SubjectCatalog()
    {
        var entries = new[] { PrNewswire, PrNewswireIndustry }.SelectMany(Read).ToList();
        All = [.. entries.Select(entry => entry.Subject)];
        _byCode = All.ToFrozenDictionary(subject => (subject.Scheme, subject.Code));
        _byName = entries
            .SelectMany(entry => entry.Names, (entry, name) => (Key: (entry.Subject.Scheme, Fold(name)), entry.Subject))
            .DistinctBy(pair => pair.Key)
            .ToFrozenDictionary(pair => pair.Key, pair => pair.Subject);
        _namesWithCommas = entries
            .GroupBy(entry => entry.Subject.Scheme)
            .ToFrozenDictionary(
                group => group.Key,
                group => group.SelectMany(entry => entry.Names).Where(name => name.Contains(',')).OrderByDescending(name => name.Length).ToArray());
    }

    /// <summary>Every subject of every shipped scheme.</summary>
    public IReadOnlyList<Subject> All { get; }

    /// <summary>The subject of a code, or null where the list does not have it.</summary>
    public Subject? Find(string scheme, string code) => _byCode.GetValueOrDefault((scheme, code));

    /// <summary>The subject that a code, a name, an alias or a French name stands for, or null.</summary>
    public Subject? Recognize(string scheme, string label) =>
        Find(scheme, label.Trim().ToUpperInvariant()) ?? _byName.GetValueOrDefault((scheme, Fold(label)));

    /// <summary>The names of a scheme that contain commas, longest first: a comma list must look for them before it splits.</summary>
    public IReadOnlyList<string> NamesWithCommas(string scheme) => _namesWithCommas.GetValueOrDefault(scheme) ?? [];

    private static string Fold(string label) => string.Join(' ', label.Replace('’', '\'').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();

    private static IEnumerable<(Subject Subject, string[] Names)> Read(string scheme)
    {
        using var file = new StreamReader(typeof(SubjectCatalog).Assembly.GetManifestResourceStream($"NewsWire.Data.Subjects.{scheme}.csv")
            ?? throw new InvalidOperationException($"The vocabulary {scheme}.csv is not in the program."));
        file.ReadLine();
        while (file.ReadLine() is { } line)
        {
            var cells = Cells(line);
            var subject = new Subject(scheme, cells[0], cells[1], NullIfEmpty(cells[2]), NullIfEmpty(cells[4]));
            string?[] names = [subject.Name, subject.French, .. cells[3].Split('|', StringSplitOptions.RemoveEmptyEntries)];
            yield return (subject, [.. names.OfType<string>()]);
        }
    }

    private static string? NullIfEmpty(string cell) => cell.Length == 0 ? null : cell;

    // The files are ours: quotes only around cells with commas, no quote inside a cell.
    private static List<string> Cells(string line)
    {
        List<string> cells = [];
        var quoted = false;
        var start = 0;
        for (var i = 0; i <= line.Length; i++)
        {
            if (i < line.Length && line[i] == '"')
                quoted = !quoted;
            if (i == line.Length || (line[i] == ',' && !quoted))
            {
                cells.Add(line[start..i].Trim('"'));
                start = i + 1;
            }
        }
        return cells;
    }
}
