using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsWire.Web.SampleWire;

/// <summary>One invented release as its file states it: header lines, a blank line, a fragment of HTML without a dateline.</summary>
internal sealed partial class SampleRelease
{
    private readonly IReadOnlyDictionary<string, string> _header;

    private SampleRelease(string file, IReadOnlyDictionary<string, string> header, string body)
    {
        File = file;
        _header = header;
        Body = body;
        Age = ParseAge(Required("age"));
    }

    /// <summary>The file's name without its ending: another release may name it as the one whose body it carries.</summary>
    public string File { get; }

    /// <summary>The fragment, with its marks: {{day:+14}} and the like, and the comments around the contacts.</summary>
    public string Body { get; }

    /// <summary>How long before the instant of reading it was published.</summary>
    public TimeSpan Age { get; }

    public string Wire => Required("wire");

    public string Id => Required("id");

    public bool French => Required("language") == "fr";

    public string Distributor => Required("distributor");

    public string Headline => Required("headline");

    public string? Subheadline => Optional("subheadline");

    public string Place => Required("place");

    public string Issuer => Required("issuer");

    public IReadOnlyList<string> Subjects => List("subjects");

    public IReadOnlyList<string> Industries => List("industries");

    public IReadOnlyList<string> Categories => List("categories");

    /// <summary>Le Lézard printed names in some years and codes in others.</summary>
    public bool SubjectsByName => Optional("labels") == "names";

    /// <summary>What stands before the id in the address; a correction keeps the words of the release it corrects.</summary>
    public string Slug => Optional("slug") ?? Markup.Slug(Headline);

    /// <summary>The file that holds the body, where this release is a copy on another wire.</summary>
    public string? BodyOf => Optional("body-of");

    /// <summary>True for the copy that a wire carries without its contacts.</summary>
    public bool OmitsContacts => Optional("omit") == "contacts";

    /// <summary>Reads one file.</summary>
    public static SampleRelease Parse(string file, string text)
    {
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        var header = (end < 0 ? text : text[..end])
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(": ", 2))
            .ToDictionary(pair => pair[0], pair => pair[1].Trim());
        return new SampleRelease(file, header, end < 0 ? "" : text[(end + 2)..].Trim());
    }

    /// <summary>The same header over another release's body.</summary>
    public SampleRelease WithBody(string body) => new(File, _header, OmitsContacts ? Contacts().Replace(body, "") : body);

    private string Required(string key) => Optional(key) ?? throw new InvalidOperationException($"The sample release {File} has no {key}.");

    private string? Optional(string key) => _header.GetValueOrDefault(key);

    private string[] List(string key) => Optional(key)?.Split(", ") ?? [];

    private static TimeSpan ParseAge(string age) => AgePart().Matches(age).Aggregate(TimeSpan.Zero, (sum, part) =>
    {
        var number = int.Parse(part.Groups[1].Value, CultureInfo.InvariantCulture);
        return sum + part.Groups[2].Value switch
        {
            "d" => TimeSpan.FromDays(number),
            "h" => TimeSpan.FromHours(number),
            _ => TimeSpan.FromMinutes(number),
        };
    });

    [GeneratedRegex(@"(\d+)([dhm])", RegexOptions.None, 1000)]
    private static partial Regex AgePart();

    [GeneratedRegex(@"\s*<!-- contacts -->.*?<!-- /contacts -->", RegexOptions.Singleline, 1000)]
    private static partial Regex Contacts();
}
