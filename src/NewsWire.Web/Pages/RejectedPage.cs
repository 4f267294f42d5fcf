using System.Text.Encodings.Web;

namespace NewsWire.Web.Pages;

/// <summary>The error page of a request that no Razor page can answer, because the server could not read it.</summary>
internal static class RejectedPage
{
    /// <param name="code">The status code, 400 to 499.</param>
    public static string Of(int code)
    {
        var words = Refusal.Usual(code);
        var (happened, advice) = (HtmlEncoder.Default.Encode(words.Happened), HtmlEncoder.Default.Encode(words.Advice));
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta name="robots" content="noindex">
                <title>{happened.TrimEnd('.')} - NewsWire</title>
                <link rel="icon" href="/favicon.ico" sizes="32x32">
                <link rel="stylesheet" href="/newswire.css">
            </head>
            <body>
                <header class="masthead">
                    <div>
                        <a class="name" href="/">News<span>Wire</span></a>
                        <nav aria-label="Main"><a href="/">Releases</a> <a href="/subjects">Subjects</a> <a href="/wires">Wires</a></nav>
                    </div>
                </header>
                <main id="content" tabindex="-1">
                    <div class="notice-page">
                        <p class="code">{code}</p>
                        <h1>{happened}</h1>
                        <p>{advice}</p>
                        <ul class="ways">
                            <li><a href="/">Newest releases</a></li>
                            <li><a href="/subjects">Subjects</a></li>
                            <li><a href="/wires">Wires</a></li>
                        </ul>
                    </div>
                </main>
            </body>
            </html>

            """;
    }
}
