using NewsWire.Data.Subjects;
using NewsWire.Ingest;
using NewsWire.Ingest.Normalize;
using NewsWire.Tests.Support;
using Xunit;

namespace NewsWire.Tests.Ingest.Normalize;

public sealed class ReleaseNormalizerTests
{
    private static readonly RawRelease Plain = new() { NativeId = "1", Headline = "Oar Looms Opens a Mill", Language = "en", BodyHtml = "<p>The mill at Port Alderly opened today with a feast.</p>" };

    [Fact]
    public void What_has_nothing_to_say_is_described_and_not_kept()
    {
        var (release, problem) = Normalize(new RawRelease { Id = "x" });

        Assert.Equal("The release has no headline and no text.", problem);
        Assert.Equal("x", release.PublishedId);
    }

    [Theory]
    [InlineData("EMBARGOED UNTIL November 30, 2026, 9:00 a.m. ET", "Embargoed until 2026-11-30 14:00 UTC.")]
    [InlineData("Embargoed until 30 November 2026", "Embargoed until 2026-11-30 05:00 UTC.")]
    [InlineData("Sous embargo jusqu’au 30 novembre 2026", "Embargoed until 2026-11-30 05:00 UTC.")]
    [InlineData("Embargoed until 30 November 2026, the goods stay in the harbor.", null)]
    [InlineData("Embargo until sanctions on grain end, minister says", null)]
    public void An_embargo_on_the_release_holds_it_back_and_one_in_the_news_does_not(string line, string? reason)
    {
        var newYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
        var at = new ReadAt("prnewswire", "PR Newswire", newYork, new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

        var (_, problem) = new ReleaseNormalizer(SubjectCatalog.Shipped).Normalize(Plain with { BodyHtml = $"<p>{line}</p>{Plain.BodyHtml}" }, at);

        Assert.Equal(reason, problem);
    }

    [Theory]
    [InlineData("The mill opens.<br/><br/>(PRWeb November 20, 2026)<br/><br/>Read the full story at <a href='https://www.prweb.com/1'>https://www.prweb.com/1</a>", "The mill opens.")]
    [InlineData("<p>The mill opens. <a href='/1'>Read more</a></p>", "The mill opens.")]
    [InlineData("<p>The mill opens […]</p><p>The post <a href='/1'>The Mill</a> appeared first on <a href='/'>Looms</a>.</p>", "The mill opens […]")]
    [InlineData("<p>Le moulin ouvre.</p><a href='/1'>Lire la suite »</a>", "Le moulin ouvre.")]
    [InlineData("<p>The mill opens… <a href='/1'>Continue reading <span>“The Mill”</span> →</a></p>", "The mill opens…")]
    [InlineData("The mill opens.Read the full release here", "The mill opens.")]
    [InlineData("<p>The mill opens.</p><p>Read more.</p>", "The mill opens.")]
    [InlineData("<p>The <b>mill</b> opens. <a href='/1'>Read <i>more</i></a></p>", "The mill opens.")]
    [InlineData("<p>It has two words. Read more.</p>", "It has two words. Read more.")]
    [InlineData("<p>Do not use them. Read more in the notice.</p>", "Do not use them. Read more in the notice.")]
    [InlineData("<p>It is free. See more on stage at eight</p>", "It is free. See more on stage at eight")]
    [InlineData("<p>A museum opens. The post office that first appeared on a stamp is in it</p>", "A museum opens. The post office that first appeared on a stamp is in it")]
    [InlineData("<p>Children read more on paper, a study finds.</p>", "Children read more on paper, a study finds.")]
    [InlineData("<p>The mill opens. Read more about looms in our book of the year.</p>", "The mill opens. Read more about looms in our book of the year.")]
    [InlineData("<p>Read more</p>", "Read more")]
    public void What_a_feed_puts_behind_a_lead_is_not_of_it(string lead, string text)
    {
        var (release, _) = Normalize(Plain with { BodyHtml = null, Summary = lead, Url = new Uri("https://oar.example/1") });

        Assert.Equal((text, text), (release.Summary, release.BodyText));
    }

    [Theory]
    [InlineData("en", "Die Weberei hat heute in der Stadt ein neues Werk eröffnet, und das Werk beschäftigt vierzig Menschen. Sie bauen dort Webstühle für Kunden in ganz Europa.", "de", true)]
    [InlineData("en", "La société a ouvert aujourd’hui une fabrique dans le vieux port, et elle y emploie quarante personnes. Elle y construit des métiers pour des clients de toute l’Europe.", "fr", true)]
    [InlineData("fr", "The company has opened a mill in the old harbor today, and it employs forty people there. They build looms for customers in all of Europe and for the Americas.", "en", true)]
    [InlineData("en", "Revenue 14.2 12.1 Costs 9.9 8.8 Margin 4.3 3.3 Looms 12 11 Yarn 14 13 Cloth 19 18 Sails 7 6 Ropes 3 2 Total 55 50", "en", false)]
    [InlineData("en", "Los Angeles, El Paso, Las Vegas, Los Gatos, El Cajon, Las Cruces, Los Altos, El Monte, La Mesa, Los Alamos, El Segundo, Del Mar", "en", false)]
    [InlineData("en", "Jan van der Berg, Piet van Dijk, Kees van den Broek, Anna van der Meer, Joost van Dam, Eva van Loon, Tom van Es, Lea van Gool", "en", false)]
    [InlineData("en", "Oar Looms, Nordwik Yarn, Aberwick Cloth, Heron Pumps, Marlow Sails, Tarnawa Stock: new list, new names, new prices. Oar Looms leads. Nordwik Yarn follows. Heron Pumps third.", "en", false)]
    public void A_declared_language_that_none_of_the_words_are_of_is_not_believed(string declared, string text, string language, bool doubted)
    {
        var (release, _) = Normalize(Plain with { Headline = "Oar Looms", Language = declared, BodyHtml = $"<p>{text}</p>" });

        Assert.Equal((language, doubted), (release.Language, release.LanguageGuessed));
        Assert.Equal(doubted, release.Remarks.Any(remark => remark.Contains("does not match the text", StringComparison.Ordinal)));
    }

    [Fact]
    public void Of_a_text_longer_than_any_release_the_beginning_is_kept()
    {
        var (release, problem) = Normalize(Plain with { BodyHtml = string.Concat(Enumerable.Repeat("<p>The mill at Port Alderly opened today.</p>", 30_000)) });

        Assert.Null(problem);
        Assert.InRange(release.BodyText.Length, 700_000, 1_000_000);
        Assert.EndsWith("opened today.", release.BodyText);
        Assert.Contains("The text was longer than 1,000,000 characters and was truncated.", release.Remarks);
    }

    [Fact]
    public void References_a_release_speaks_of_stay() =>
        Assert.Contains("&amp;amp;", Normalize(Plain with { BodyHtml = "<p>Write <code>&amp;amp;</code> for it.</p>" }).Release.BodyHtml);

    [Fact]
    public void References_that_were_escaped_again_are_read()
    {
        var (release, _) = Normalize(Plain with { BodyHtml = "<p>Yarn &amp;amp; cloth&amp;nbsp;cost &amp;lt; 5&amp;#8364;, said R&amp;D.</p>" });

        Assert.Equal("Yarn & cloth cost < 5€, said R&D.", release.BodyText.Replace('\u00A0', ' '));
        Assert.DoesNotContain("< ", release.BodyHtml);
    }

    [Fact]
    public void What_is_nested_too_deep_is_described_and_not_kept()
    {
        var (release, problem) = Normalize(Plain with { BodyHtml = string.Concat(Enumerable.Repeat("<div>", 500)) + "x" });

        Assert.Equal("The HTML is nested too deeply to be a release.", problem);
        Assert.Equal("Oar Looms Opens a Mill", release.Headline);
    }

    [Theory]
    [InlineData(RawStatus.Usable, null, "Live", null)]
    [InlineData(RawStatus.Corrected, null, "Correction", null)]
    [InlineData(RawStatus.Withdrawn, null, "Withdrawn", null)]
    [InlineData(RawStatus.Withheld, null, "Withheld", "The wire marks the release as not yet usable.")]
    [InlineData(RawStatus.Usable, "2026-11-21T13:00:00Z", "Live", null)]
    [InlineData(RawStatus.Usable, "2026-11-21T13:06:00Z", "Withheld", "Embargoed until 2026-11-21 13:06 UTC.")]
    [InlineData(RawStatus.Usable, "2027-01-01", "Withheld", "Embargoed until 2027-01-01 00:00 UTC.")]
    [InlineData(RawStatus.Usable, "2026-11-21", "Live", null)]
    [InlineData(RawStatus.Usable, "when the moon is full", "Withheld", "Embargoed until “when the moon is full”, which could not be read as a date.")]
    internal void A_release_is_shown_only_when_it_may_be(RawStatus status, string? embargo, string standing, string? reason)
    {
        var (release, problem) = Normalize(Plain with { Status = status, Embargo = embargo });

        Assert.Equal(standing, release.Standing.ToString());
        Assert.Equal(reason, problem);
    }

    [Theory]
    [InlineData("EMBARGOED UNTIL November 22, 2026, 08:00 ET", "Withheld")]
    [InlineData("EMBARGO: 0001 GMT 25 November 2026", "Withheld")]
    [InlineData("EMBARGOED UNTIL November 20, 2026, 08:00 ET", "Live")]
    [InlineData("EMBARGOED UNTIL further notice", "Withheld")]
    [InlineData("STRICTLY UNDER EMBARGO", "Withheld")]
    [InlineData("Under embargo until dawn.", "Withheld")]
    [InlineData("Under embargo until sanctions end, the grain stays in the harbor", "Live")]
    [InlineData("Embargo: oil rises", "Live")]
    [InlineData("The embargo until December 2027 was lifted.", "Live")]
    public void An_embargo_may_stand_in_the_text(string line, string standing) =>
        Assert.Equal(standing, Normalize(Plain with { BodyHtml = $"<p>{line}</p>{Plain.BodyHtml}" }).Release.Standing.ToString());

    // Fixtures.At is Saturday, 21 November 2026, 13:05 UTC.
    [Theory]
    [InlineData("Under embargo until Tuesday at 10", "2026-11-20T09:00:00Z", "Embargoed until 2026-11-24 10:00 UTC.", null)]
    [InlineData("(EMBARGOED UNTIL TUESDAY, 8:30 a.m. ET)", "2026-11-20T09:00:00Z", "Embargoed until 2026-11-24 13:30 UTC.", null)]
    [InlineData("Embargoed until tomorrow, 2 p.m.", "2026-11-20T09:00:00Z", "Embargoed until 2026-11-21 14:00 UTC.", null)]
    [InlineData("Embargo until Monday.", "2026-11-20", "Embargoed until 2026-11-23 00:00 UTC.", null)]
    [InlineData("Embargoed until midnight on Saturday", "2026-11-20T09:00:00Z", "Embargoed until 2026-11-22 00:00 UTC.", null)]
    [InlineData("Sous embargo jusqu’au mardi 24 novembre à 10 h", "2026-11-20T09:00:00Z", "Embargoed until 2026-11-24 10:00 UTC.", null)]
    [InlineData("Under embargo until Tuesday at 10", null, "Embargoed until “Tuesday at 10”; without a publication date, the day is unknown.", null)]
    [InlineData("Under embargo until Tuesday at 10", "2026-11-17T10:05:00Z", null, "The text mentions an embargo until “Tuesday at 10”, read as 2026-11-17 10:00 UTC, which has passed.")]
    [InlineData("Under embargo until the end of the congress", "2026-11-20T09:00:00Z", "Embargoed until “the end of the congress”, which could not be read as a date.", null)]
    [InlineData("EMBARGOED", "2026-11-20T09:00:00Z", "The text says that the release is embargoed, without an end date.", null)]
    public void An_embargo_in_words_is_worked_out_from_the_day_of_publication_or_holds(string line, string? published, string? reason, string? remark)
    {
        var (release, problem) = Normalize(Plain with { Published = published, BodyHtml = $"<p>{line}</p>{Plain.BodyHtml}" });

        Assert.Equal(reason, problem);
        Assert.Equal(remark, release.Remarks.SingleOrDefault());
    }

    [Theory]
    [InlineData("<p>Looms turn again PORT ALDERLY, Nov. 20, 2026 /PRNewswire/ -- Oar Looms turned its looms on Friday, and all came.</p>", "Oar Looms turned its looms on Friday, and all came.")]
    [InlineData("<p>Looms turn again PORT ALDERLY, Nov. 20, 2026 /PRNewswire/ --</p>", "Looms turn again")]
    [InlineData("<p>PORT ALDERLY, Nov. 20, 2026 /PRNewswire/ -- Oar Looms turned.</p>", "Oar Looms turned.")]
    public void A_summary_is_news_and_no_dateline(string lead, string summary) =>
        Assert.Equal(summary, Normalize(Plain with { BodyHtml = null, Summary = lead }).Release.Summary);

    [Fact]
    public void A_text_that_opens_with_a_company_and_its_shares_has_an_issuer_and_no_rivals()
    {
        var release = Normalize(Plain with { BodyHtml = "<p>PORT ALDERLY, Vt.--(BUSINESS WIRE)--Oar Looms, Inc. (NYSE American: OAR) turned its looms on Friday, and all who came to see it were given a loaf of bread and a cup of tea.</p><p>It leads rivals such as Foo Inc. (NASDAQ: FOO).</p>" }).Release;

        Assert.Equal("Oar Looms, Inc.", release.Issuer);
        Assert.Equal("NYSE American: OAR", Assert.Single(release.Tickers).ToString());
    }

    [Theory]
    [InlineData("2026-04-28T12:00:00Z", "2026-04-27")]
    [InlineData(null, "2026-04-27")]
    [InlineData("2007-04-27T23:00:00Z", "2007-04-27")]
    public void A_dateline_without_a_year_is_of_the_last_such_day(string? published, string date)
    {
        var release = Normalize(Plain with { Published = published, BodyHtml = "<p>PORT ALDERLY, April 27 /PRNewswire-FirstCall/ -- The mill opened.</p>" }).Release;

        Assert.Equal(date, release.Dateline?.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("The mill opened.", release.BodyText);
    }

    [Fact]
    public void A_place_that_was_sent_apart_is_the_datelines() =>
        Assert.Equal("ROUND MARLOW, Texas", Normalize(Plain with { DatelinePlace = "ROUND MARLOW,  Texas" }).Release.Dateline?.Place);

    [Fact]
    public void Relative_links_are_relative_to_the_base_of_the_text() =>
        Assert.Contains("href=\"https://base.example/mill.html\"", Normalize(Plain with { Url = new Uri("https://wire.example/x/"), Base = new Uri("https://base.example/"), BodyHtml = "<p><a href=mill.html>The mill</a></p>" }).Release.BodyHtml);

    [Fact]
    public void A_hidden_address_is_read()
    {
        var release = Normalize(Plain with { BodyHtml = "<p>The mill opened.</p><p>Contact: Ann Weaver, <a href='/cdn-cgi/l/email-protection' class='__cf_email__' data-cfemail='2a4b44446a4645454759044f524b475a464f'>[email&#160;protected]</a></p>" }).Release;

        Assert.Contains("ann@looms.example", release.BodyText);
        Assert.Equal(new Contact("Ann Weaver", null, "ann@looms.example", null), Assert.Single(release.Contacts));
    }

    [Fact]
    public void What_a_release_leads_to_is_told_by_its_kind()
    {
        var release = Normalize(Plain with
        {
            Enclosures = [new Enclosure("https://a.example/mill", "image/jpeg"), new Enclosure("https://a.example/film", "video/mp4")],
            BodyHtml = "<p>The mill opened.</p><p>Logo - https://a.example/looms.png</p><p><a href='https://a.example/report.pdf'>Report</a> <a href='https://youtu.be/x'>Film</a> <a href='https://a.example/'>Home</a></p>",
        }).Release;

        Assert.Equal(["logo https://a.example/looms.png", "photo https://a.example/mill", "video https://a.example/film", "document https://a.example/report.pdf", "video https://youtu.be/x"],
            release.Media.Select(link => $"{link.Kind} {link.Url}"));
    }

    [Fact]
    public void A_file_has_its_title_type_size_and_credit_and_stands_once_however_often_it_is_named()
    {
        var release = Normalize(Plain with
        {
            Enclosures =
            [
                new Enclosure("https://a.example/mill.jpg?p=publish&w=650", null) { Length = 33_116, Credit = "Ann Weaver" },
                new Enclosure("https://a.example/terms", "application/pdf; charset=binary", "Terms"),
                new Enclosure("https://a.example/calendar", "text/calendar"),
                new Enclosure("https://a.example/player", "text/html"),
                new Enclosure("https://a.example/voice", null) { Medium = "audio" },
            ],
            BodyHtml = "<p>The mill opened.</p><p><img src='https://a.example/mill.jpg' alt='The mill &amp; its weir'></p><p><a href='https://a.example/report.pdf'>Report (PDF)</a></p>",
        }).Release;

        Assert.Equal(
            [
                new MediaLink("photo", "https://a.example/mill.jpg?p=publish&w=650", "image/jpeg", "The mill & its weir", 33_116, "Ann Weaver"),
                new MediaLink("document", "https://a.example/terms", "application/pdf", "Terms"),
                new MediaLink("document", "https://a.example/calendar", "text/calendar"),
                new MediaLink("audio", "https://a.example/voice"),
                new MediaLink("document", "https://a.example/report.pdf", "application/pdf", "Report (PDF)"),
            ],
            release.Media);
    }

    [Theory]
    [InlineData("<img src='https://rt.wire.example/rt.gif?id=1' alt=''>")]
    [InlineData("<img src='https://a.example/p.png' width=1 height=1>")]
    [InlineData("<img src='data:image/png;base64,iVBORw0KGgo=' alt='A dot'>")]
    [InlineData("<img src='https://a.example/ct/?id=1'>")]
    [InlineData("<img src='javascript:alert(1)' alt='x'>")]
    [InlineData("<a href='https://www.youtube.com/@looms'>Our channel</a>")]
    public void What_counts_readers_or_leads_to_no_file_is_no_media(string html) =>
        Assert.Empty(Normalize(Plain with { BodyHtml = $"<p>The mill opened.</p>{html}" }).Release.Media);

    [Fact]
    public void A_picture_of_the_text_is_named_among_the_files_and_not_kept_in_the_text()
    {
        var release = Normalize(Plain with { BodyHtml = "<p>The mill <img src='/mill.png' alt='Mill'> opened.</p>", Url = new Uri("https://wire.example/x/") }).Release;

        Assert.DoesNotContain("<img", release.BodyHtml, StringComparison.Ordinal);
        Assert.Equal(new MediaLink("photo", "https://wire.example/mill.png", "image/png", "Mill"), Assert.Single(release.Media));
    }

    [Theory]
    [InlineData("fr-CA", "The mill at Port Alderly opened today with a feast for all who had come.", "fr", false)]
    [InlineData(null, "The mill at Port Alderly opened today with a feast for all who had come.", "en", true)]
    [InlineData(null, "La filature de Port Alderly a ouvert ses portes aujourd'hui avec une fête pour tous.", "fr", true)]
    [InlineData(null, "Das Werk in Port Alderly wurde heute mit einem Fest für alle Gäste eröffnet.", "de", true)]
    [InlineData(null, "La fábrica de Port Alderly abrió hoy sus puertas con una fiesta para todos.", "es", true)]
    [InlineData(null, "Fabrikken i Port Alderly åpnet i dag med en fest for alle som hadde kommet.", "no", true)]
    [InlineData("en", "ポートアルダリーの工場は本日、祝賀会とともに開業しました。", "ja", true)]
    [InlineData("en", "港口新工厂今天举行了盛大的开业典礼，许多客人前来参加。", "zh", true)]
    [InlineData(null, "Wickerby Foods Recalls Lantern Oat Bars", "en", true)]
    [InlineData("zh", "The mill at Port Alderly opened today with a feast for all who had come.", "en", true)]
    [InlineData("zh", "Oar Looms 公司今天在 Port Alderly 开设了一家新工厂", "zh", false)]
    [InlineData("x-unknown", "The mill at Port Alderly opened today with a feast for all who had come.", "en", true)]
    [InlineData(null, "1 2 3", "en", true)]
    public void The_language_is_what_is_declared_unless_the_script_says_otherwise(string? declared, string text, string code, bool guessed)
    {
        var language = Languages.Of(declared, "", text);

        Assert.Equal((code, guessed), (language.Code, language.Guessed));
        Assert.Equal(guessed && declared is "en" or "zh" && code != declared, language.Remark is not null);
    }

    private static (Release Release, string? Problem) Normalize(RawRelease raw) =>
        new ReleaseNormalizer(SubjectCatalog.Shipped).Normalize(raw, new ReadAt("other", "Other sources", TimeZoneInfo.Utc, Fixtures.At));
}
