using System.Text;
using System.Xml;
using AngleSharp.Html.Parser;
using NewsWire.Data.Subjects;
using NewsWire.Ingest;
using NewsWire.Ingest.Formats;
using NewsWire.Ingest.Normalize;
using NewsWire.Ingest.Wires;

namespace NewsWire.Benchmarks.Parsing;

/// <summary>CPU time of Parse and Normalize relative to a bare HTML or XML parser on the same characters.</summary>
internal static class ParseBenchmark
{
    private static readonly DateTimeOffset At = new(2025, 11, 3, 14, 0, 0, TimeSpan.Zero);

    public static int Run(int rounds, TextWriter output)
    {
        var measure = new Interleaved(rounds, output);
        output.WriteLine($"CPU time per document, median of {rounds} interleaved rounds; the ratio is the median of the ratios per round.");
        Page(measure, "Le Lézard page", InventedPages.LeLezard(), new Uri("https://www.lelezard.example/en/news-20820484.html"), new LeLezard());
        Page(measure, "PR Newswire page", InventedPages.PrNewswire(), new Uri("https://www.prnewswire.example/news-releases/foundry-orchard-302481516.html"), new PrNewswire());
        Feed(measure, InventedPages.Feed());
        return 0;
    }

    private static void Page(Interleaved measure, string title, string html, Uri address, Wire wire)
    {
        var parser = new HtmlParser();
        var source = Source(html, address, "text/html; charset=utf-8");
        var normalizer = new ReleaseNormalizer(SubjectCatalog.Shipped);
        var at = new ReadAt(wire.Key, wire.Name, wire.Zone, At);
        Check(wire.Parse(OpenedDocument.Open(source)), 1, normalizer, at);
        measure.Run($"{title}, {html.Length / 1000} KB, {parser.ParseDocument(html).All.Length} elements",
        [
            new("AngleSharp ParseDocument(string)", () => parser.ParseDocument(html)),
            new("decoded, page parsed as HTML", () => OpenedDocument.Open(source).Page),
            new("decoded, page parsed by the wire", () => wire.Parse(OpenedDocument.Open(source))),
            new("the same, normalized and sanitized", () => normalizer.Normalize(wire.Parse(OpenedDocument.Open(source)).Releases[0], at)),
        ]);
    }

    private static void Feed(Interleaved measure, string xml)
    {
        var wire = new PrNewswire();
        var source = Source(xml, new Uri("https://www.prnewswire.example/rss/news-releases-list.rss"), "application/rss+xml; charset=utf-8");
        var normalizer = new ReleaseNormalizer(SubjectCatalog.Shipped);
        var at = new ReadAt(wire.Key, wire.Name, wire.Zone, At);
        Check(wire.Parse(OpenedDocument.Open(source)), 40, normalizer, at);
        measure.Run($"Feed, {xml.Length / 1000} KB, 40 items",
        [
            new("XmlReader, raw read", () => RawRead(xml)),
            new("XmlTree", () => NewsWire.Ingest.Formats.Xml.XmlTree.Read(xml)),
            new("bytes opened", () => OpenedDocument.Open(source)),
            new("bytes opened, format read", () => DocumentFormats.Read(OpenedDocument.Open(source))),
            new("decoded, feed parsed by the wire", () => wire.Parse(OpenedDocument.Open(source))),
            new("the same, 40 releases normalized and sanitized", () => wire.Parse(OpenedDocument.Open(source)).Releases.Select(raw => normalizer.Normalize(raw, at)).ToList()),
        ]);
    }

    private static SourceDocument Source(string text, Uri address, string type) => new(Encoding.UTF8.GetBytes(text), address, null, type, At);

    private static object RawRead(string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml));
        while (reader.Read())
        {
        }
        return reader;
    }

    // A reader that finds nothing would be fast, so the result is checked.
    private static void Check(ParsedDocument document, int releases, ReleaseNormalizer normalizer, ReadAt at)
    {
        if (document.Error is not null || document.Releases.Length != releases)
            throw new InvalidOperationException($"{document.Wire}: {releases} releases expected, {document.Releases.Length} found. {document.Error}");
        foreach (var raw in document.Releases)
        {
            var (release, problem) = normalizer.Normalize(raw, at);
            if (release is null || release.BodyText.Length < 1500 || release.Dateline is null || release.Published.As != "instant")
                throw new InvalidOperationException($"{document.Wire}: the release was rejected. {problem} {release?.BodyText.Length} {release?.Dateline} {release?.Published}");
        }
    }
}
