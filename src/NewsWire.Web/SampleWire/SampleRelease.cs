using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsWire.Web.SampleWire;

/// <summary>One invented release, parsed from its file: header lines, a blank line, an HTML fragment without a dateline.</summary>
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

    /// <summary>The file's name without extension; another release may refer to it as the source of its body.</summary>
    public string File { get; }

    /// <summary>The fragment with its placeholders ({{day:+14}} and others) and the comments that mark the contacts.</summary>
    public string Body { get; }

    /// <summary>Age at the time of reading.</summary>
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

    /// <summary>Le Lézard printed subject names in some years and codes in others; both are covered.</summary>
    public bool SubjectsByName => Optional("labels") == "names";

    /// <summary>The part of the address before the id; a correction keeps the slug of the release it corrects.</summary>
    public string Slug => Optional("slug") ?? Markup.Slug(Headline);

    /// <summary>The file with the body, where this release is a copy on another wire; or null.</summary>
    public string? BodyOf => Optional("body-of");

    /// <summary>True for a copy that a wire distributes without the contacts.</summary>
    public bool OmitsContacts => Optional("omit") == "contacts";

    /// <summary>Parses one file.</summary>
    public static SampleRelease Parse(string file, string text)
    {
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        var header = (end < 0 ? text : text[..end])
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(": ", 2))
            .ToDictionary(pair => pair[0], pair => pair[1].Trim());
        return new SampleRelease(file, header, end < 0 ? "" : text[(end + 2)..].Trim());
    }

    /// <summary>This release's header with another release's body.</summary>
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
