using System.Globalization;
using System.Text;
using NewsWire.Data.Subjects;
using NewsWire.Ingest;
using NewsWire.Ingest.Normalize;

namespace NewsWire.Benchmarks.Ingest;

/// <summary>Releases as a wire's reader produces them; the same number gives the same release.</summary>
internal static class InventedRaw
{
    public static readonly string[] Wires = ["lelezard", "prnewswire", "other"];

    // Every twentieth release is a copy of the previous one on another wire.
    private const int CopyEvery = 20;
    private const int Companies = 300;
    private static readonly string[] Codes = ["PDT", "FOR", "LIC", "ERN", "PER", "AWD", "CON", "DIV"];
    private static readonly DateTimeOffset First = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    public static (RawRelease Raw, ReadAt At) Of(int number)
    {
        var copy = number % CopyEvery == CopyEvery - 1;
        var words = new Words((ulong)(copy ? number - 1 : number) + 70_000);
        var issuer = new Words((ulong)words.Next(Companies)).Company(words.Next(Companies));
        var headline = words.Headline(issuer);
        var subjects = Enumerable.Range(0, 1 + words.Next(3)).Select(_ => Codes[Math.Min(words.Next(Codes.Length), words.Next(Codes.Length))]).Distinct();
        var html = new StringBuilder();
        var wire = Wires[(number + (copy ? 1 : 0)) / 7 % Wires.Length];
        if (copy)
            wire = Wires[(Array.IndexOf(Wires, wire) + 1) % Wires.Length];
        for (var paragraph = 0; paragraph < 5; paragraph++)
        {
            html.Append("<p>");
            words.Paragraph(html, 600);
            html.Append("</p>\n");
        }
        var published = First.AddSeconds(36 * number);
        var raw = new RawRelease
        {
            NativeId = (20_000_000 + number).ToString(CultureInfo.InvariantCulture),
            Headline = headline,
            Url = new Uri($"https://{wire}.example/news/{20_000_000 + number}.html"),
            Language = "en",
            Published = published.ToString("O", CultureInfo.InvariantCulture),
            Issuer = issuer,
            Subjects = [.. subjects.Select(code => new RawSubject(SubjectCatalog.PrNewswire, code))],
            BodyHtml = html.ToString(),
            Complete = true,
        };
        return (raw, new ReadAt(wire, wire, TimeZoneInfo.Utc, published.AddMinutes(1)));
    }
}
