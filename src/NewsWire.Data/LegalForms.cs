using System.Text.RegularExpressions;

namespace NewsWire.Data;

/// <summary>Legal forms of companies (Inc., GmbH, S.p.A., Co., Ltd.). They are ignored when names are compared.</summary>
public static partial class LegalForms
{
    /// <summary>True for a name that ends in a legal form, and so is a company's and not a person's.</summary>
    public static bool EndIn(string name) => AtEnd().IsMatch(name);

    /// <summary>The name without its legal forms, if any.</summary>
    public static string Without(string name) => InOtherScripts().Replace(AtEnd().Replace(name, ""), "").Trim();

    // Matches with and without full stops. Words that are part of the name itself (Group, Holdings, Partners) are not legal forms.
    [GeneratedRegex(
        """
        (?:(?:[,\s]+|\s*&\s*)(?:\(?(?:
            incorporated|inc|corporation|corp|company|co|limited|ltd|ltda|ltée|ltee|limitée|limitee|l\.?l\.?c|l\.?l\.?p|l\.?l\.?l\.?p|l\.?p|u\.?l\.?c|p\.?l\.?c|p\.?b\.?c
            |gmbh|ggmbh|ag|kg|kgaa|ohg|ug|e\.?\s?v|aktiengesellschaft|mbh|s\.?e
            |s\.?a\.?|s\.?a\.?s\.?u?|s\.?à\.?\s?r\.?l|s\.?a\.?r\.?l|s\.?c\.?a|s\.?n\.?c|s\.?p\.?a|s\.?r\.?l|s/a|s\.?l\.?u?|s\.?a\.?b?\.?\sde\sc\.?v|s\.?\sde\sr\.?l\.?\sde\sc\.?v|société\sanonyme
            |b\.?v|n\.?v|b\.?v\.?b\.?a|a\.?b|publ|a/s|a\.?s\.?a?|aps|oyj?|hf|ehf
            |pty|pte|sdn|bhd|tbk|k\.?k|k\.?s\.?c|p\.?j\.?s\.?c|o\.?j\.?s\.?c|sp\.?\sz\s?o\.?o|z\.?rt|n?yrt|d\.?o\.?o
        )\)?\.?))+\s*$
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AtEnd();

    [GeneratedRegex("""^(?:株式会社|㈱|有限会社|주식회사)\s*|\s*(?:股份有限公司|有限责任公司|有限責任公司|有限公司|株式会社|주식회사|㈜)$""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InOtherScripts();
}
