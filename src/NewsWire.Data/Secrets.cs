using System.Text.RegularExpressions;

namespace NewsWire.Data;

/// <summary>
/// Keys and passwords that stand in addresses and connection strings: the one place that decides what is one. A value is a
/// secret where the name of its query parameter says so, or where it is long and looks random; so is what stands before an @.
/// </summary>
public static partial class Secrets
{
    /// <summary>What is shown in a secret's place.</summary>
    public const string Mask = "***";

    private const int ShortestRandom = 20;
    private const int FewestMixed = 12;
    private const int ShortestStripped = 6;

    /// <summary>The text as a person may see it: secrets masked in every address and connection string in it, control characters replaced.</summary>
    public static string Redact(string text)
    {
        if (text.Contains("://", StringComparison.Ordinal))
            text = Address().Replace(text, found => RedactAddress(found.Value));
        if (text.Contains('='))
            text = Setting().Replace(text, "${name}" + Mask);
        return text;
    }

    /// <summary>An address or a path on one line: as <see cref="Redact"/>, and without line breaks and other control characters.</summary>
    public static string OnOneLine(string text) => Control().Replace(Redact(text), "?");

    /// <summary>The secrets of an address, as written and decoded; those of fewer than six characters are left out, since they stand in many a text.</summary>
    public static IReadOnlyList<string> In(string address)
    {
        var found = new List<string>();
        RedactAddress(address, found.Add);
        return [.. found.Concat(found.Select(Uri.UnescapeDataString)).Where(secret => secret.Length >= ShortestStripped).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>
    /// A text without the secrets of the source it came from: out of each address in it go the query parameters that have one as
    /// their value, and the user and password; a secret that stands anywhere else is masked.
    /// </summary>
    /// <param name="secrets">From <see cref="In"/>.</param>
    public static string Strip(string text, IReadOnlyCollection<string> secrets)
    {
        if (!secrets.Any(secret => text.Contains(secret, StringComparison.Ordinal)))
            return text;
        var stripped = Address().Replace(text, found => Without(found.Value, secrets));
        return secrets.Aggregate(stripped, (rest, secret) => rest.Replace(secret, Mask, StringComparison.Ordinal));
    }

    private static string RedactAddress(string address, Action<string>? found = null)
    {
        address = UserInfo().Replace(address, user => Kept(user.Groups["user"].Value, Mask + "@"));
        var end = address.IndexOfAny(['?', '#']);
        var path = PathPart().Replace(end < 0 ? address : address[..end], part => IsToken(part.Groups["part"].Value) ? "/" + Kept(part.Groups["part"].Value, Mask) : part.Value);
        return end < 0 ? path : path + Parameter().Replace(address[end..], pair =>
            IsSecret(pair.Groups["name"].Value, pair.Groups["value"].Value) ? $"{pair.Groups["name"].Value}={Kept(pair.Groups["value"].Value, Mask)}" : pair.Value);

        string Kept(string secret, string shown)
        {
            if (found is not null)
            {
                // Of user:password the password is one too, wherever it stands alone.
                found(secret);
                if (shown.EndsWith('@') && secret.Split(':', 2) is [_, var password])
                    found(password);
            }
            return shown;
        }
    }

    private static string Without(string address, IReadOnlyCollection<string> secrets)
    {
        address = UserInfo().Replace(address, "");
        var fragment = address.IndexOf('#') is >= 0 and var mark ? address[mark..] : "";
        var bare = address[..(address.Length - fragment.Length)];
        var query = bare.IndexOf('?');
        if (query < 0)
            return address;
        var separator = bare.Contains("&amp;", StringComparison.Ordinal) ? "&amp;" : "&";
        var kept = bare[(query + 1)..].Split(separator).Where(pair => !secrets.Contains(pair[(pair.IndexOf('=') + 1)..], StringComparer.Ordinal)).ToList();
        return bare[..query] + (kept.Count == 0 ? "" : "?" + string.Join(separator, kept)) + fragment;
    }

    private static bool IsSecret(string name, string value) => value.Length > 0 && value != Mask && (SecretName().IsMatch(Uri.UnescapeDataString(name)) || LooksRandom(Uri.UnescapeDataString(value)));

    // The words of a headline and the number of a release are long as well: in a token letters and digits mix.
    private static bool LooksRandom(string value) =>
        value.Length >= ShortestRandom && Random().IsMatch(value)
        && Word().Matches(value).Where(word => word.Value.Any(char.IsAsciiLetter) && word.Value.Any(char.IsAsciiDigit)).Sum(word => word.Length) >= FewestMixed;

    private static bool IsToken(string part) => TokenPart().IsMatch(part) && LooksRandom(part);

    [GeneratedRegex("""[a-z][a-z0-9+.\-]{1,20}://[^\s"'<>]+""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Address();

    [GeneratedRegex("""(?<=://)(?<user>[^/?#\s]*)@""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex UserInfo();

    [GeneratedRegex("""(?<!/)/(?<part>[^/;]+)""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PathPart();

    // A whole part of a path in one run of letters and digits, or a UUID; the words of a slug stand between hyphens.
    [GeneratedRegex("""^(?:[A-Za-z0-9_=]+|[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})$""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TokenPart();

    [GeneratedRegex("""(?<=[?&#;])(?<name>[^=?&#;\s]+)=(?<value>[^&#;\s]*)""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex("""(?:^|[\-_.])(?:key|sig|auth|code|pass|pwd|sid|jwt|hmac|cred|credentials?)$|api[\-_]?key|access[\-_]?key|token|secret|passw|passphrase|signature|authoriz|session|(?-i:[a-z0-9]Key$)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SecretName();

    [GeneratedRegex("""^[A-Za-z0-9_\-+/=.~]+$""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Random();

    [GeneratedRegex("[A-Za-z0-9]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();

    // Password=…; of a connection string.
    [GeneratedRegex("""(?<name>\b(?:password|pwd|passwd|ssl password)\s*=\s*)(?!\*\*\*)(?:"[^"]*"|'[^']*'|[^;&\s]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Setting();

    [GeneratedRegex(@"[\p{Cc}\u2028\u2029]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Control();
}
