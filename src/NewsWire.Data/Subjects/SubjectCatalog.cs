namespace NewsWire.Data.Subjects;

/// <summary>
/// The vocabularies shipped with NewsWire, read from the data files beside this class, and the topics that join them. Resolves codes,
/// names, aliases, former labels and French names in any spelling.
/// </summary>
public sealed class SubjectCatalog
{
    /// <summary>PR Newswire's subject codes, the only ones written without a scheme in addresses (/subjects/LIC).</summary>
    public const string PrNewswire = "prn";

    /// <summary>PR Newswire's industry codes, a separate list of three-letter codes.</summary>
    public const string PrNewswireIndustry = "prn-industry";

    /// <summary>IPTC Media Topics: eight digits (20000202).</summary>
    public const string Medtop = "medtop";

    /// <summary>The older IPTC Subject Codes used by NITF: eight digits (04016026).</summary>
    public const string IptcSubject = "iptc-subject";

    /// <summary>GlobeNewswire's subjects: a number, or three letters in its NewsML; its feeds give the names.</summary>
    public const string GlobeNewswire = "gnw";

    public const string GlobeNewswireIndustry = "gnw-industry";

    /// <summary>Business Wire's category keywords: names without codes.</summary>
    public const string BusinessWire = "bw";

    public const string BusinessWireIndustry = "bw-industry";

    public const string Newsfile = "newsfile";

    public const string AccessNewswire = "access";

    public const string EinPresswire = "ein";

    public const string PrWeb = "prweb";

    // In order of precedence: a topic is represented by its subject in the first of these. Schemes without a file have no published list.
    private static readonly string[] Carried =
        [PrNewswire, PrNewswireIndustry, Medtop, GlobeNewswire, BusinessWire, GlobeNewswireIndustry, BusinessWireIndustry, Newsfile, EinPresswire, IptcSubject];

    private const int DigitsOfIptc = 8;

    /// <summary>The catalog as shipped.</summary>
    public static SubjectCatalog Shipped { get; } = new();

    private readonly Dictionary<SubjectKey, Subject> _byCode;
    private readonly Dictionary<(string, string), Subject> _byName = [];
    private readonly Dictionary<string, int> _commas;
    private readonly TopicTree _topics;

    private SubjectCatalog()
    {
        var entries = Carried.SelectMany(Vocabulary.Read).ToList();
        _topics = new TopicTree(entries);
        All = [.. entries.Select(entry => entry.Subject with
        {
            Topic = _topics.TopicOf(entry.Subject.Key),
            Medtop = _topics.MembersOf(_topics.TopicOf(entry.Subject.Key)).FirstOrDefault(member => member is { Scheme: Medtop, Retired: false })?.Key.ToString(),
        })];
        _byCode = All.ToDictionary(subject => subject.Key);
        // Codes come before names and names before aliases. Of two subjects with one name the first is used (prn-industry ENV, not ENS; the
        // Media Topic "online media" that is a medium, not the one that is an industry), and never a retired one.
        foreach (var (scheme, name, code) in entries.Select(entry => (entry.Subject.Scheme, entry.Subject.Code, entry.Subject.Code))
            .Concat(entries.Select(entry => (entry.Subject.Scheme, entry.Subject.Name, entry.Subject.Code)))
            .Concat(entries.SelectMany(entry => entry.Names.Skip(1), (entry, name) => (entry.Subject.Scheme, name, entry.Subject.Code))))
        {
            _byName.TryAdd((scheme, LabelFold.Of(name)), _byCode[new SubjectKey(scheme, code)]);
        }
        _commas = entries.SelectMany(entry => entry.Names, (entry, name) => (entry.Subject.Scheme, Commas: name.Count(',')))
            .GroupBy(name => name.Scheme).ToDictionary(scheme => scheme.Key, scheme => scheme.Max(name => name.Commas));
    }

    /// <summary>Every subject of every shipped scheme.</summary>
    public IReadOnlyList<Subject> All { get; }

    /// <summary>The subject with this code, or null.</summary>
    public Subject? Find(string scheme, string code) => _byCode.GetValueOrDefault(new SubjectKey(scheme, code));

    /// <summary>The subject that a code, name, alias, former label or French name denotes, or null.</summary>
    public Subject? Recognize(string scheme, string label) =>
        _byName.GetValueOrDefault((scheme, LabelFold.Of(label)))
        ?? (scheme is Medtop or IptcSubject && label.Trim() is [.., _] text && text.Length > DigitsOfIptc && text[^(DigitsOfIptc + 1)] is ':' or '/' ? Find(scheme, text[^DigitsOfIptc..]) : null);

    /// <summary>The largest number of commas in any name of a scheme, for splitting comma-separated lists.</summary>
    public int MostCommas(string scheme) => _commas.GetValueOrDefault(scheme);

    /// <summary>The topic of a subject, found by its code or else its name; an unknown subject is its own topic.</summary>
    public SubjectKey TopicOf(SubjectKey key, string name = "") =>
        (_byCode.GetValueOrDefault(key) ?? Recognize(key.Scheme, key.Code) ?? Recognize(key.Scheme, name))?.Topic ?? key;

    /// <summary>The equivalent subjects of all schemes in a topic, its representative first.</summary>
    public IEnumerable<Subject> MembersOf(SubjectKey topic) => _topics.MembersOf(topic).OrderByDescending(member => member.Key == topic);

    /// <summary>The topics with these words in any name, code or alias, in any spelling.</summary>
    public IReadOnlySet<SubjectKey> Search(string words)
    {
        var folded = LabelFold.Of(words);
        return _byName.Where(name => name.Key.Item2.Contains(folded, StringComparison.Ordinal)).Select(name => name.Value.Topic).ToHashSet();
    }

    /// <summary>The topics that a list knows by exactly this name, code or alias, in whatever spelling.</summary>
    public IEnumerable<SubjectKey> Named(string label)
    {
        var folded = LabelFold.Of(label);
        return _byName.Where(name => name.Key.Item2 == folded).Select(name => name.Value.Topic).Distinct();
    }

    /// <summary>The direct broader topics of a topic.</summary>
    public IEnumerable<SubjectKey> Broader(SubjectKey topic) => _topics.Broader(topic);

    /// <summary>The topic itself and all its broader topics, whose releases include its own.</summary>
    public IEnumerable<SubjectKey> Within(SubjectKey topic) => _topics.Within(topic);
}
