using System.Text.RegularExpressions;

namespace NewsWire.Data;

/// <summary>
/// Keys and passwords that stand in addresses and connection strings: the one place that decides what is one. In an address that is what
/// stands before an @, a part of the path that looks random or follows a part such as "key", and the value of every parameter that is not
/// known to be harmless (<see cref="ParameterNames"/>).
/// </summary>
public static partial class Secrets
{
    /// <summary>What is shown in a secret's place.</summary>
    public const string Mask = "***";

    // What encloses an address and never stands in one, as part of a character class.
    private const string Ends = """\s"<>\p{Pi}\p{Pf}„‚「」『』（）【】、。""";

    private const int ShortestRandom = 20;
    private const int FewestMixed = 12;
    private const int ShortestMixed = 6;

    /// <summary>The text as a person may see it: secrets masked in every address and connection string in it.</summary>
    public static string Redact(string text)
    {
        if (text.Contains('/') || text.Contains('?'))
            text = Address().Replace(text, found => RedactAddress(found.Value));
        if (text.Contains('='))
        {
            text = Parameter().Replace(text, pair => IsShown(pair) || !ParameterNames.IsSecret(Name(pair)) ? pair.Value : $"{Name(pair)}={Mask}{pair.Groups["rest"].Value}");
            text = Setting().Replace(text, "${name}" + Mask);
        }
        return text;
    }

    /// <summary>An address or a path on one line: as <see cref="Redact"/>, and without line breaks and other control characters.</summary>
    public static string OnOneLine(string text) => Control().Replace(Redact(text), "?");

    /// <summary>The secrets of an address, to be taken out of what it answers. Values that are only not known to be harmless are none.</summary>
    public static AddressSecrets In(string address)
    {
        var found = new List<string>();
        RedactAddress(address, found.Add);
        return new AddressSecrets([.. found.Concat(found.Select(Uri.UnescapeDataString)).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>True for a run of letters and digits that no person has written, such as a hash or a token.</summary>
    // The words of a headline and the number of a release are long as well: in a token letters and digits mix.
    internal static bool LooksRandom(string value) =>
        value.Length >= ShortestRandom && Random().IsMatch(value)
        && Word().Matches(value).Where(word => word.Value.Any(char.IsAsciiLetter) && word.Value.Any(char.IsAsciiDigit)).Sum(word => word.Length) >= FewestMixed;

    private static string RedactAddress(string address, Action<string>? found = null)
    {
        address = UserInfo().Replace(address, user => Kept(user.Groups["user"].Value, Mask + "@"));
        var query = address.IndexOfAny(['?', '#']);
        var path = query < 0 ? address : address[..query];
        path = PathPart().Replace(path, part =>
            IsToken(part.Groups["part"].Value) || (part.Groups["before"].Success && IsMixed(part.Groups["part"].Value)) ? $"/{part.Groups["before"].Value}{Kept(part.Groups["part"].Value, Mask)}" : part.Value);
        // Those of a path begin with a semicolon.
        return Parameters(path) + (query < 0 ? "" : Parameters(address[query..]));

        string Parameters(string text) => Parameter().Replace(text, pair =>
        {
            var value = pair.Groups["value"].Value;
            if (IsShown(pair))
                return pair.Value;
            var masked = ParameterNames.IsSecret(Name(pair)) || LooksRandom(Uri.UnescapeDataString(value)) ? Kept(value, Mask) : ParameterNames.IsHarmless(Name(pair)) ? value : Mask;
            return $"{Name(pair)}={masked}{pair.Groups["rest"].Value}";
        });

        string Kept(string secret, string shown)
        {
            if (found is not null && secret != Mask)
            {
                // Of user:password the password is one too, wherever it stands alone.
                found(secret);
                if (shown.EndsWith('@') && secret.Split(':', 2) is [_, var password])
                    found(password);
            }
            return shown;
        }
    }

    private static string Name(Match pair) => pair.Groups["name"].Value;

    private static bool IsShown(Match pair) => pair.Groups["value"].Value is "" || pair.Groups["value"].Value.StartsWith(Mask, StringComparison.Ordinal);

    private static bool IsMixed(string part) => part.Length >= ShortestMixed && part.Any(char.IsAsciiLetter) && part.Any(char.IsAsciiDigit) && TokenPart().IsMatch(part);

    private static bool IsToken(string part) => TokenPart().IsMatch(part) && LooksRandom(part);

    // With a scheme, or beginning with // or a host. An address ends before the quotation marks and brackets that enclose it.
    [GeneratedRegex(
        """
        (?:[a-z][a-z0-9+.\-]{1,20}://|(?<![\w:/])//|(?<![\w/.@:%&?=\#\-])(?!mailto:)(?:[^\s/?\#"'<>@:]{1,64}:[^\s/?\#"'<>@]{1,64}@)?(?:localhost|[\w\-]+(?:\.[\w\-]+)+|[\w\-]+(?=:\d))(?::\d{1,5})?(?=[/?;]))
        (?:[^'
        """ + Ends + "]|'(?=[A-Za-z0-9@%]))+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Address();

    [GeneratedRegex("""(?<=^(?:[A-Za-z][A-Za-z0-9+.\-]*:)?//)(?<user>[^/?#\s]*)@|^(?<user>[^/?#\s:@]+:[^/?#\s]*)@""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex UserInfo();

    [GeneratedRegex("""(?<!/)/(?:(?<before>(?:api[\-_]?)?key/|token/|secret/|auth/))?(?<part>[^/;]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PathPart();

    // A whole part of a path in one run of letters and digits, or a UUID; the words of a slug stand between hyphens.
    [GeneratedRegex("""^(?:[A-Za-z0-9_=]+|[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})$""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TokenPart();

    // The value ends before the punctuation and the brackets that may follow an address in a sentence.
    [GeneratedRegex("""(?<=[?&#;])(?<name>[^=?&#;\s]+)=(?<value>(?:[^&#;'""" + Ends + """]|'(?=[A-Za-z0-9@%]))*?)(?<rest>[)\]}.,:!?`*…]*)(?=$|[&#;""" + Ends + """]|'(?![A-Za-z0-9@%]))""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Parameter();

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
