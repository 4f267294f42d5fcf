using Microsoft.Playwright;

namespace NewsWire.BrowserTests.Support;

/// <summary>The pages that are looked at from all sides, and their pictures.</summary>
internal static class Sights
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("NEWSWIRE_SCREENSHOTS") is { Length: > 0 } folder ? folder : null;

    /// <summary>A name for the picture, and the address; ~words stand for the newest release that speaks of them, &lt;words for the oldest.</summary>
    public static IReadOnlyDictionary<string, string> Pages { get; } = new Dictionary<string, string>
    {
        ["list"] = "/",
        ["list-filtered"] = "/?subject=LIC&subject=FOR",
        ["list-either"] = "/?subject=LIC,FOR&subject=-AWD&wire=lelezard,prnewswire&from=2020-01-01",
        ["list-unknown"] = "/?subject=NOPE&keyword=x",
        ["list-older"] = "/?after=6c00a3913e000-1",
        ["list-french"] = "/?lang=fr",
        ["list-empty"] = "/?subject=LIC&subject=-LIC",
        ["release"] = "~Aldermoor Instruments licenses",
        ["release-table"] = "~Orvane Semiconductor Reports",
        ["release-long"] = "~Tessaline Therapeutics Announces",
        ["release-french"] = "~Ferland Minéraux obtient",
        ["release-correction"] = "~Tarnawa Rolling Stock Wins",
        ["release-corrected"] = "<Tarnawa Rolling Stock Wins",
        ["subjects"] = "/subjects",
        ["subject"] = "/subjects/LIC",
        ["wires"] = "/wires",
        ["wire"] = "/wires/lelezard",
        ["not-found"] = "/nothing/here",
        ["refused"] = "/?subject=LIC,",
    };

    /// <summary>How each page is looked at: its width, and whether in the dark.</summary>
    public static IReadOnlyList<(int Width, bool Dark)> Views { get; } = [(390, false), (390, true), (1280, false), (1280, true)];

    /// <summary>Keeps a picture of the whole page where NEWSWIRE_SCREENSHOTS names a folder.</summary>
    public static async Task KeepAsync(IPage page, string name)
    {
        if (Folder is not null)
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, $"{name}.png"), FullPage = true });
    }

    /// <summary>Keeps the page as it comes on paper where NEWSWIRE_SCREENSHOTS names a folder.</summary>
    public static async Task KeepPrintedAsync(IPage page, string name)
    {
        if (Folder is not null)
            await page.PdfAsync(new PagePdfOptions { Path = Path.Combine(Folder, $"{name}.pdf"), PreferCSSPageSize = true });
    }
}
