using Microsoft.Playwright;

namespace NewsWire.BrowserTests.Support;

/// <summary>The machine's own Chromium: none is downloaded.</summary>
internal static class Chromium
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private static readonly string[] UsualPlaces =
    [
        // Without windows of its own it takes a third less.
        "/usr/bin/chromium-headless-shell",
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/usr/bin/google-chrome-stable",
        "/snap/bin/chromium",
        "/opt/homebrew/bin/chromium",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files\Chromium\Application\chrome.exe",
    ];

    /// <summary>Why tests are skipped where it is missing.</summary>
    public const string Missing = "no Chromium: apt-get install chromium-headless-shell, or chromium";

    /// <summary>The program's path, or null. A path that was named and is not there is a mistake, not an absence.</summary>
    public static string? Path { get; } = Environment.GetEnvironmentVariable("NEWSWIRE_CHROMIUM") is { Length: > 0 } named
        ? File.Exists(named) ? named : throw new FileNotFoundException($"NEWSWIRE_CHROMIUM names {named}, which is not there.")
        : UsualPlaces.FirstOrDefault(File.Exists);

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Path, Args = Flags });
}
