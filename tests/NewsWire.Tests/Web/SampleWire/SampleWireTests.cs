using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using NewsWire.Data.Subjects;
using NewsWire.Ingest;
using NewsWire.Web.SampleWire;
using Xunit;
using Wire = NewsWire.Web.SampleWire.SampleWire;

namespace NewsWire.Tests.Web.SampleWire;

/// <summary>The invented wire keeps what it promises: real layouts, true links, dates reckoned from the reading.</summary>
public sealed partial class SampleWireTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 14, 0, 25, TimeSpan.Zero);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(
        1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
    private static readonly Encoding StrictUtf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);
    private static readonly SampleReleases Releases = SampleReleases.Load();
    private static readonly Wire Sample = new();

    [Fact]
    public void Carries_about_forty_releases_with_ids_of_their_own()
    {
        Assert.InRange(Releases.All.Count, 42, 46);
        Assert.Equal(Releases.All.Count, Releases.All.Select(release => release.Id).Distinct().Count());
        Assert.All(Releases.All, release => Assert.Matches(release.Wire == "lelezard" ? "^2240|^2241" : "^3029", release.Id));
        Assert.Equal(10, Releases.All.Count(release => release.French));
        Assert.Equal(14, Releases.All.Count(release => release.Wire == "prnewswire"));
    }

    [Fact]
    public void Ids_of_a_wire_ascend_with_time()
    {
        foreach (var wire in Releases.All.GroupBy(release => release.Wire))
        {
            var oldestFirst = wire.OrderByDescending(release => release.Age).Select(release => release.Id).ToList();
            Assert.Equal(oldestFirst.Order(StringComparer.Ordinal), oldestFirst);
        }
    }

    [Fact]
    public void Subjects_are_many_and_all_in_the_catalog()
    {
        Assert.All(Releases.All.SelectMany(release => release.Subjects), code => Assert.NotNull(SubjectCatalog.Shipped.Find(SubjectCatalog.PrNewswire, code)));
        Assert.All(Releases.All.SelectMany(release => release.Industries), code => Assert.NotNull(SubjectCatalog.Shipped.Find(SubjectCatalog.PrNewswireIndustry, code)));
        Assert.InRange(Releases.All.SelectMany(release => release.Subjects).Distinct().Count(), 24, 87);
        Assert.InRange(With("LIC").Count(), 6, 46);
        Assert.InRange(With("FOR").Count(), 4, 46);
        Assert.InRange(With("AWD").Count(), 3, 46);
        Assert.InRange(With("LIC").Intersect(With("FOR")).Count(), 2, 46);

        static IEnumerable<SampleRelease> With(string code) => Releases.All.Where(release => release.Subjects.Contains(code));
    }

    [Fact]
    public void Issuers_return_and_four_releases_stand_on_both_wires()
    {
        Assert.InRange(Releases.All.GroupBy(release => release.Issuer).Count(group => group.Count() > 1), 12, 46);
        var copies = Releases.All.Where(release => release.BodyOf is not null).ToList();
        Assert.Equal(4, copies.Count);
        Assert.All(copies, copy => Assert.Contains(Releases.All, other => other.Wire != copy.Wire && other.Headline == copy.Headline));
        Assert.Contains(copies, copy => copy.OmitsContacts && !copy.Body.Contains("contacts", StringComparison.Ordinal));
    }

    [Fact]
    public void Four_releases_are_long_and_several_are_short()
    {
        var words = Releases.All.Where(release => release.BodyOf is null)
            .Select(release => Markup.Text(release.Body).Split(' ').Length).ToList();
        Assert.InRange(words.Count(count => count >= 900), 4, 8);
        Assert.InRange(words.Count(count => count < 130), 3, 20);
    }

    [Fact]
    public void The_newest_release_is_minutes_old() =>
        Assert.InRange(At - SampleReleases.Published(Releases.All[0], At), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10));

    [Fact]
    public void Every_source_answers_and_is_read_once_a_day()
    {
        Assert.Equal(["sample-lelezard-en", "sample-lelezard-fr", "sample-prnewswire"], Sample.Sources.Select(source => source.Key));
        Assert.All(Sample.Sources, source =>
        {
            Assert.Equal(TimeSpan.FromHours(24), source.Every);
            Assert.NotNull(Sample.Read(new Uri(source.Address), At));
        });
    }

    [Theory]
    [InlineData("https://www.lelezard.example/en/", 21)]
    [InlineData("https://www.lelezard.example/fr/", 10)]
    public void Every_link_of_a_list_leads_to_a_document(string address, int releases)
    {
        var list = new Uri(address);
        var links = Href().Matches(Page(list)).Select(match => new Uri(list, match.Groups[1].Value)).Distinct().ToList();
        Assert.Equal(releases, links.Count(link => link.AbsolutePath.EndsWith(".html", StringComparison.Ordinal)));
        Assert.All(links, link => Assert.NotNull(Sample.Read(link, At)));
    }

    [Fact]
    public void Every_link_of_the_feed_leads_to_the_release_it_names()
    {
        var items = Feed();
        Assert.Equal(14, items.Count);
        Assert.All(items, item =>
        {
            var page = Page(new Uri(item.Element("link")!.Value));
            Assert.Contains($"<h1>{Markup.Encode(item.Element("title")!.Value)}</h1>", page, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_feed_states_codes_labels_issuer_and_time()
    {
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        var item = Feed()[0];
        Assert.Equal(["LIC", "CON"], item.Elements(dc + "subject").Select(element => element.Value));
        Assert.Equal("Aldermoor Instruments plc", item.Element(dc + "contributor")!.Value);
        Assert.Equal("Mon, 23 Nov 2026 13:51:00 +0000", item.Element("pubDate")!.Value);
        Assert.Contains(" SHEFFIELD, England, Nov. 23, 2026 /PRNewswire/ -- ", item.Element("description")!.Value, StringComparison.Ordinal);
        Assert.EndsWith("...</p>", item.Element("description")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_of_le_lezard_carry_labels_headline_and_credit()
    {
        foreach (var release in Releases.All.Where(release => release.Wire == "lelezard"))
        {
            var page = Page(LeLezardLayout.Address(release));
            Assert.Contains($"<h1>{Markup.Encode(release.Headline)}</h1>", Letters().Replace(page, match => WebUtility.HtmlDecode(match.Value)), StringComparison.Ordinal);
            Assert.Contains(release.French ? "Classé dans\u00A0: " : "Classified in: ", page, StringComparison.Ordinal);
            Assert.Matches(release.French ? "Sujets?\u00A0: " : "Subjects?: ", page);
            Assert.Matches(release.French ? "Communiqué envoyé le .+ 20\\d\\d à \\d\\d:\\d\\d et diffusé par\u00A0:" : "News published on .+ 20\\d\\d at \\d\\d:\\d\\d and distributed by:", page);
            Assert.Contains($"alt=\"{release.Distributor}\"", page, StringComparison.Ordinal);
            Assert.Equal(6, page.Split("class=\"other\"").Length - 1);
            Assert.DoesNotContain("{{", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<!-- ", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Pages_of_pr_newswire_carry_the_template()
    {
        foreach (var release in Releases.All.Where(release => release.Wire == "prnewswire"))
        {
            var page = Page(PrNewswireLayout.Address(release));
            Assert.Contains("<section class=\"release-body container \">", page, StringComparison.Ordinal);
            Assert.Matches("<p class=\"mb-no\">[A-Z][a-z][a-z] \\d\\d, 20\\d\\d, \\d\\d:\\d\\d ET</p>", page);
            Assert.Contains($"<span class=\"xn-location\">{release.Place}</span>", page, StringComparison.Ordinal);
            Assert.Contains($"<p>SOURCE {Markup.Encode(release.Issuer)}</p>", page, StringComparison.Ordinal);
            Assert.Contains("https://rt.prnewswire.example/rt.gif?NewsItemId=", page, StringComparison.Ordinal);
            Assert.DoesNotContain("{{", page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("03-", "CONSTANȚA, Romania, Nov.  23, 2026  (GLOBE NEWSWIRE) -- ")]
    [InlineData("04-", "SEPT-ÎLES, QC, le 23 nov. 2026 /CNW Telbec/ - ")]
    [InlineData("06-", "TEMPE, Ariz.--(BUSINESS WIRE)--")]
    [InlineData("07-", "KIRKWALL, SCOTLAND / ACCESS Newswire / November 23, 2026 / ")]
    [InlineData("25-", "SEPT-ÎLES, QC, Nov. 22, 2026 /CNW/ - ")]
    [InlineData("32-", "TROIS-RIVIÈRES, Québec,  21 novembre 2026  (GLOBE NEWSWIRE) -- ")]
    [InlineData("36-", "SHEFFIELD, Angleterre, 20 novembre 2026 /PRNewswire/ -- ")]
    public void Each_distributor_has_its_dateline(string file, string dateline)
    {
        var release = Releases.All.Single(one => one.File.StartsWith(file, StringComparison.Ordinal));
        Assert.Contains($"<p>{dateline}", Page(LeLezardLayout.Address(release)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_correction_names_another_release_and_its_day()
    {
        var correction = Releases.All.Single(release => release.Headline.StartsWith("/C O R R E C T I O N -- ", StringComparison.Ordinal));
        var original = Releases.All.Single(release => release.Wire == "prnewswire" && release.Slug == correction.Slug && release != correction);
        Assert.Contains($"<p>In the news release, {original.Headline}, issued 22-Nov-2026 by ", Page(PrNewswireLayout.Address(correction)), StringComparison.Ordinal);
    }

    [Fact]
    public void French_pages_are_windows_1252_as_declared()
    {
        var addresses = Releases.All.Where(release => release.French).Select(LeLezardLayout.Address)
            .Append(LeLezardLayout.ListAddress(french: true)).ToList();
        Assert.All(addresses, address =>
        {
            var bytes = Sample.Read(address, At)!;
            Assert.Contains("<meta charset=\"windows-1252\">", Windows1252.GetString(bytes), StringComparison.Ordinal);
            Assert.Throws<DecoderFallbackException>(() => StrictUtf8.GetString(bytes));
        });
        Assert.Contains(addresses, address => Page(address).Contains("Constan&#539;a", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_readings_a_day_apart_differ_only_by_dates()
    {
        foreach (var address in Releases.All
            .Select(release => release.Wire == "lelezard" ? LeLezardLayout.Address(release) : PrNewswireLayout.Address(release))
            .Concat(Sample.Sources.Select(source => new Uri(source.Address))))
        {
            Assert.Equal(WithoutDates(Page(address, At)), WithoutDates(Page(address, At.AddDays(1))));
        }
        Assert.NotEqual(Page(PrNewswireFeed.Address, At), Page(PrNewswireFeed.Address, At.AddDays(1)));
        Assert.Equal(Page(PrNewswireFeed.Address, At), Page(PrNewswireFeed.Address, At.AddSeconds(30)));
    }

    [Theory]
    [InlineData("https://www.lelezard.example/")]
    [InlineData("https://www.lelezard.example/en/news-anything-22412797.html")]
    [InlineData("https://www.prnewswire.example/rss/other.rss")]
    [InlineData("https://example.com/en/")]
    public void Anything_unknown_has_no_document(string address) => Assert.Null(Sample.Read(new Uri(address), At));

    [Fact]
    public void A_program_registers_it_by_name()
    {
        using var services = new ServiceCollection().AddSampleWire().BuildServiceProvider();
        Assert.IsType<Wire>(services.GetRequiredService<ISampleWire>());
    }

    private static List<XElement> Feed() => [.. XDocument.Parse(Page(PrNewswireFeed.Address)).Descendants("item")];

    private static string Page(Uri address) => Page(address, At);

    private static string Page(Uri address, DateTimeOffset at)
    {
        var bytes = Sample.Read(address, at);
        Assert.NotNull(bytes);
        var declared = Encoding.Latin1.GetString(bytes).Contains("charset=\"windows-1252\"", StringComparison.Ordinal) ? Windows1252 : StrictUtf8;
        return declared.GetString(bytes);
    }

    private static string WithoutDates(string page) => Cut().Replace(Date().Replace(page, "*"), "*");

    [GeneratedRegex("href=\"([^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Href();

    [GeneratedRegex("&#\\d+;", RegexOptions.None, 1000)]
    private static partial Regex Letters();

    // Every way a day, a month or a transmission stamp is written on these pages.
    [GeneratedRegex(
        @"((Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?(\d{1,2}|1er)?[ -]?\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|janv|févr|mars|avr|mai|juin|juil|ao|sept|oct|nov|déc)[a-zéû]*\.?[ -]+(\d{1,2},? +)?\d{4}|\d{12}PR_NEWS|DateId=\d{8}",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Date();

    // A longer date moves the place where a teaser is cut.
    [GeneratedRegex(@"[^<>*]{0,40}\.\.\.(?=<)", RegexOptions.None, 1000)]
    private static partial Regex Cut();
}
