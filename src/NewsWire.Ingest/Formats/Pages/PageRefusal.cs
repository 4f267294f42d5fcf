using System.Buffers;
using System.Text.RegularExpressions;
using NewsWire.Data;

namespace NewsWire.Ingest.Formats.Pages;

/// <summary>
/// Recognizes pages that servers send in place of a release: bot checks, consent pages, access denied, soft 404 and error pages. A release
/// about such topics is longer, or declares itself an article.
/// </summary>
internal static partial class PageRefusal
{
    private const int LongestNotice = 1500;
    private const int LongestText = 4000;

    private static readonly SearchValues<string> Checks = SearchValues.Create(
        ["challenge-platform", "cf_chl_", "cf-challenge", "captcha-delivery", "_Incapsula_Resource", "awsWafCookieDomainList", "gokuProps", "px-captcha", "g-recaptcha", "h-captcha", "geo.captcha"], StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// What the page is instead of a release, to follow "No release was found on this page: "; null where it is none of these.
    /// </summary>
    public static (FailureKind Kind, string Says)? Of(PageFacts page)
    {
        if (page.IsArticle || page.Index.Document.Body is not { } body)
            return null;
        var text = ShortText.Start(body, LongestText);
        if (text.Length >= LongestText || Dateline.Find(text) is not null)
            return null;
        var titles = new[] { page.Title }.Concat(page.Headings.Select(heading => heading.Text)).OfType<string>().ToList();
        bool Says(Regex title, Regex notice) => titles.Exists(title.IsMatch) || (text.Length <= LongestNotice && notice.IsMatch(text));

        if (Says(CheckTitle(), CheckNotice()) || (text.Length <= LongestNotice && page.Index["script"].Concat(page.Index["iframe"]).Any(script => Shows(script.GetAttribute("src")) || Shows(script.TextContent))))
            return (FailureKind.Denied, "it is a bot check (challenge page), which only a browser can pass.");
        if (Says(DeniedTitle(), DeniedNotice()))
            return (FailureKind.Denied, "the site denied access.");
        if (Says(GoneTitle(), GoneNotice()))
            return (FailureKind.Missing, "the site reports that the page does not exist.");
        if (Says(ConsentTitle(), ConsentNotice()))
            return (FailureKind.Denied, "it is a consent page, shown before the content.");
        return Says(TroubleTitle(), TroubleNotice()) ? (FailureKind.Server, "the site reports an error; it may work later.") : null;
    }

    private static bool Shows(string? text) => text.AsSpan().ContainsAny(Checks);

    [GeneratedRegex("""^\W*(?:just a moment|one moment, please|attention required|checking your browser|security check|human verification|are you (?:a robot|human)|verif(?:y|ying) you are human|robot check|pardon our interruption|un instant|nur einen moment|un momento|captcha)\b""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex CheckTitle();

    [GeneratedRegex("""enable javascript and cookies to continue|checking (?:if the site connection is secure|your browser)|verify(?:ing)? (?:that )?you are (?:a )?human|not a robot|unusual (?:traffic|activity)|complete the (?:security check|captcha)|incapsula incident|request unsuccessful|press (?:and|&) hold|needs to review the security of your connection""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex CheckNotice();

    [GeneratedRegex("""^\W*(?:(?:error )?403\b|access (?:denied|to this page has been denied)|accès (?:refusé|interdit)|acceso denegado|forbidden|401\b|unauthorized|sorry, you have been blocked|you have been blocked)""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex DeniedTitle();

    [GeneratedRegex("""you don.?t have permission to access|not authorized to (?:view|access)|access (?:is|has been) (?:denied|blocked)|not available in your (?:country|region)""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex DeniedNotice();

    [GeneratedRegex("""^\W*(?:(?:error )?(?:404|410)\b|(?:the )?(?:page|content|article|release|news release)\s(?:you requested\s)?(?:was |is |could |can)?\s?(?:not|no longer)\s?(?:be )?(?:found|available|exist)|not found\b|page introuvable|página no encontrada|seite nicht gefunden|oops)""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex GoneTitle();

    [GeneratedRegex("""page (?:that )?you.{0,20}\s(?:look(?:ing)? for|requested|trying to reach)\b.{0,80}\b(?:gone|not|no longer|doesn.?t|moved|removed|cannot|can.?t|unavailable)|(?:this|that|the) (?:page|content|article|news release|release) (?:is no longer|no longer|does not|doesn.?t|cannot|could not|can.?t|has been (?:moved|removed))\b|la page (?:que vous .{3,40} )?(?:n.existe (?:pas|plus)|est introuvable)""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex GoneNotice();

    [GeneratedRegex("""^\W*(?:before you continue|we value your privacy|your privacy (?:choices|matters)|cookie (?:consent|settings)|manage (?:your )?(?:cookies|consent)|votre vie privée)""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex ConsentTitle();

    [GeneratedRegex("""(?:accept|agree to|consent to|autoris\w{1,4}|accept\w{1,4}) (?:all |the use of |our |les )?cookies.{0,300}(?:continue|continuer|access|proceed)|before you continue to""", RegexOptions.IgnoreCase | RegexOptions.Singleline, 1000)]
    private static partial Regex ConsentNotice();

    [GeneratedRegex("""^\W*(?:(?:error )?50[0-4]\b|internal server error|bad gateway|service (?:temporarily )?unavailable|gateway time-?out|(?:site |under |scheduled )?maintenance\b)""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex TroubleTitle();

    [GeneratedRegex("""(?:temporarily|currently) (?:unavailable|down for maintenance)|please try again later""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex TroubleNotice();
}
