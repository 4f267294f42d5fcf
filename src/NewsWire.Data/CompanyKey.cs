using System.Text.RegularExpressions;

namespace NewsWire.Data;

/// <summary>
/// The form of a company's name by which its releases are grouped and found. Case, accents, marks, legal forms and a leading
/// article are dropped: "Axe Compute Inc" and "AXE Compute, Inc." are one company, axe-compute.
/// </summary>
public static partial class CompanyKey
{
    private const int Longest = 200;

    /// <summary>The key of a name; null for a name without content.</summary>
    public static string? Of(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return null;
        var plain = And().Replace(Marks().Replace(name, " "), " & ").Trim();
        var bare = Article().Replace(LegalForms.Without(plain), "");
        var kept = bare.Any(char.IsLetterOrDigit) ? bare : plain;
        return kept.Any(char.IsLetterOrDigit) ? Slug.Of(kept, Longest) : kept.ToLowerInvariant();
    }

    [GeneratedRegex("""[™®©℠]|\((?:R|TM|tm|SM)\)""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Marks();

    [GeneratedRegex("""\s+and\s+|\s*\+\s*""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex And();

    [GeneratedRegex("""^the\s+(?=\S)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Article();
}
