using System.Text.RegularExpressions;

namespace NewsWire.Data;

/// <summary>
/// The secrets of a source's address, and how they are taken out of what the source sends: a feed may put them into the links of its items.
/// Short ones are taken out only where they are the value of a parameter that is named as a secret: elsewhere they would be parts of words.
/// </summary>
public sealed partial class AddressSecrets
{
    private const int ShortestInText = 6;

    private readonly HashSet<string> _all;
    private readonly Regex? _inText;

    /// <param name="secrets">As written and decoded.</param>
    internal AddressSecrets(IReadOnlyCollection<string> secrets)
    {
        _all = new HashSet<string>(secrets, StringComparer.Ordinal);
        var longer = secrets.Where(secret => secret.Length >= ShortestInText).OrderByDescending(secret => secret.Length).Select(Regex.Escape).ToList();
        _inText = longer.Count == 0 ? null : new Regex($"(?<![A-Za-z0-9])(?:{string.Join('|', longer)})(?![A-Za-z0-9])", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    /// <summary>True where the address has none.</summary>
    public bool IsEmpty => _all.Count == 0;

    /// <summary>
    /// A text or HTML without the secrets: they are removed from the addresses in it; an element loses an attribute whose address does not
    /// work without its secret, so that the text of such a link remains; a secret that stands anywhere else is masked.
    /// </summary>
    public string Strip(string text)
    {
        if (!Mentions(text))
            return text;
        text = Tag().Replace(text, tag => Attribute().Replace(tag.Value, StripAttribute));
        text = Address().Replace(text, found => WithoutParameters(found.Value));
        return _inText is null ? text : _inText.Replace(text, Secrets.Mask);
    }

    /// <summary>An address without the secrets, or null where it does not work without them, because they stand elsewhere than in its parameters.</summary>
    public string? StripAddress(string address)
    {
        var stripped = WithoutParameters(address);
        return _inText?.IsMatch(stripped) == true ? null : stripped;
    }

    // In any case: %2b and %2B are one.
    private bool Mentions(string text) => _all.Any(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase));

    private string StripAttribute(Match attribute)
    {
        var value = attribute.Groups["value"];
        if (value.Value.Any(char.IsWhiteSpace))
            return attribute.Value;
        var at = value.Index - attribute.Index;
        return StripAddress(value.Value) is { } stripped ? attribute.Value[..at] + stripped + attribute.Value[(at + value.Length)..] : "";
    }

    private string WithoutParameters(string address)
    {
        if (!Mentions(address))
            return address;
        address = UserInfo().Replace(address, "");
        var (rest, fragment) = Cut(address, '#');
        var (path, query) = Cut(rest, '?');
        return path + Kept(query) + Kept(fragment);
    }

    // The part of an address that begins with ? or #.
    private string Kept(string part)
    {
        if (!part.Contains('='))
            return part;
        var separator = part.Contains("&amp;", StringComparison.Ordinal) ? "&amp;" : "&";
        var pairs = part[1..].Split(separator);
        var kept = pairs.Where(pair => !HasSecret(pair)).ToList();
        return kept.Count == pairs.Length ? part : kept.Count == 0 ? "" : part[0] + string.Join(separator, kept);
    }

    private bool HasSecret(string pair)
    {
        var (name, rest) = Cut(pair, '=');
        if (rest.Length == 0)
            return false;
        var (value, decoded) = (rest[1..], Uri.UnescapeDataString(rest[1..]));
        return _inText is not null && (_inText.IsMatch(value) || _inText.IsMatch(decoded))
            || (_all.Contains(value) || _all.Contains(decoded)) && ParameterNames.IsSecret(name);
    }

    private static (string Before, string From) Cut(string text, char mark) => text.IndexOf(mark) is >= 0 and var at ? (text[..at], text[at..]) : (text, "");

    [GeneratedRegex("""[a-z][a-z0-9+.\-]{1,20}://[^\s"'<>\p{Pi}\p{Pf}„‚「」『』（）【】、。]+""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Address();

    [GeneratedRegex("""(?<=://)[^/?#\s]*@""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex UserInfo();

    [GeneratedRegex("""<[A-Za-z][^<>]*>""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("""\s+(?:[A-Za-z][\w:.\-]*)\s*=\s*(?:"(?<value>[^"]*)"|'(?<value>[^']*)'|(?<value>[^\s"'>]+))""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Attribute();
}
