namespace NewsWire.Data.Subjects;

/// <summary>
/// The vocabularies NewsWire carries, read once from the data files beside this class, and the directory that joins them.
/// Codes, names, aliases, old labels and French names lead to the code, however they are written.
/// </summary>
public sealed class SubjectCatalog
{
    /// <summary>PR Newswire's subject list: the one whose codes stand alone in an address (/subjects/LIC).</summary>
    public const string PrNewswire = "prn";

    /// <summary>PR Newswire's industry list: another namespace of three letters.</summary>
    public const string PrNewswireIndustry = "prn-industry";

    /// <summary>The IPTC Media Topics: eight digits (20000202).</summary>
    public const string Medtop = "medtop";

    /// <summary>The older IPTC Subject Codes that NITF carries: eight digits (04016026).</summary>
    public const string IptcSubject = "iptc-subject";

    /// <summary>GlobeNewswire's subjects: a number, or three letters in its NewsML; feeds send the names.</summary>
    public const string GlobeNewswire = "gnw";

    public const string GlobeNewswireIndustry = "gnw-industry";

    /// <summary>Business Wire's category keywords: names without codes.</summary>
    public const string BusinessWire = "bw";

    public const string BusinessWireIndustry = "bw-industry";

    public const string Newsfile = "newsfile";

    public const string AccessNewswire = "access";

    public const string EinPresswire = "ein";

    public const string PrWeb = "prweb";

    // In the order in which they lead a topic. The schemes without a file have no list that is known.
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
        // A code before a name, a name before an alias, and of two with one name the first: prn-industry ENV and not ENS, the
        // Media Topic "online media" that is a medium and not the one that is a trade, and none that is retired.
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

    /// <summary>The subject of a code, or null where the list does not have it.</summary>
    public Subject? Find(string scheme, string code) => _byCode.GetValueOrDefault(new SubjectKey(scheme, code));

    /// <summary>The subject that a code, a name, an alias, an old label or a French name stands for, or null.</summary>
    public Subject? Recognize(string scheme, string label) =>
        _byName.GetValueOrDefault((scheme, LabelFold.Of(label)))
        ?? (scheme is Medtop or IptcSubject && label.Trim() is [.., _] text && text.Length > DigitsOfIptc && text[^(DigitsOfIptc + 1)] is ':' or '/' ? Find(scheme, text[^DigitsOfIptc..]) : null);

    /// <summary>How many commas the names of a scheme hold at most: a comma list must not be split within them.</summary>
    public int MostCommas(string scheme) => _commas.GetValueOrDefault(scheme);

    /// <summary>What the directory keeps a subject under, by its code or else the name it has; one that no list knows stands for itself.</summary>
    public SubjectKey TopicOf(SubjectKey key, string name = "") =>
        (_byCode.GetValueOrDefault(key) ?? Recognize(key.Scheme, key.Code) ?? Recognize(key.Scheme, name))?.Topic ?? key;

    /// <summary>The subjects of all schemes that are one topic, the one it is named after first.</summary>
    public IEnumerable<Subject> MembersOf(SubjectKey topic) => _topics.MembersOf(topic).OrderByDescending(member => member.Key == topic);

    /// <summary>The topics of which any name, code or alias holds these words, in whatever spelling.</summary>
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

    /// <summary>The topics right above a topic.</summary>
    public IEnumerable<SubjectKey> Broader(SubjectKey topic) => _topics.Broader(topic);

    /// <summary>Every topic whose releases include those of this one: itself, and what it is a kind of.</summary>
    public IEnumerable<SubjectKey> Within(SubjectKey topic) => _topics.Within(topic);
}
