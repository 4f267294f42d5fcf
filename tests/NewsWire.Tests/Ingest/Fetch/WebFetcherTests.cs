using System.Text;
using Microsoft.Extensions.Time.Testing;
using NewsWire.Data;
using NewsWire.Ingest;
using NewsWire.Ingest.Fetch;
using NewsWire.Tests.Support;
using Xunit;

namespace NewsWire.Tests.Ingest.Fetch;

public sealed class WebFetcherTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 13, 5, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_comes_with_all_that_is_known_of_it()
    {
        await using var harness = await FetchHarness.StartAsync(time: new FakeTimeProvider(Now));
        harness.Server.Answers("/feed.rss", "<rss/>", "Application/RSS+xml;  charset=\"utf-8\"");

        var fetched = Assert.IsType<FetchResult.Fetched>(await harness.FetchAsync("/feed.rss"));

        Assert.Equal("<rss/>", Encoding.UTF8.GetString(fetched.Document.Bytes.Span));
        Assert.Equal(harness.Server.Address("/feed.rss"), fetched.Document.Address);
        Assert.Equal("Application/RSS+xml;  charset=\"utf-8\"", fetched.Document.ContentType);
        Assert.Equal(Now, fetched.Document.FetchedAt);
        Assert.Equal(200, fetched.StatusCode);
    }

    [Fact]
    public async Task A_wire_is_told_who_asks_and_nothing_else()
    {
        await using var harness = await FetchHarness.StartAsync(options => options.Contact = "news@agency.example");
        harness.Server.Answers("/", () => new StubAnswer { Headers = { ["Set-Cookie"] = "visitor=1" } });

        await harness.FetchAsync("/");
        await harness.FetchAsync("/");

        var second = harness.Server.Requests[1].Headers;
        Assert.Matches(@"^NewsWire/\d+\.\d+\.\d+ \(\+news@agency\.example\)$", second["User-Agent"]);
        Assert.StartsWith("application/rss+xml", second["Accept"]);
        Assert.Equal(["Accept", "Accept-Encoding", "Host", "User-Agent"], second.Keys.Order());
    }

    [Fact]
    public async Task Without_a_contact_the_name_stands_alone()
    {
        await using var harness = await FetchHarness.StartAsync();
        await harness.FetchAsync("/");
        Assert.Matches(@"^NewsWire/\d+\.\d+\.\d+$", harness.Server.Requests.Single().Headers["User-Agent"]);
    }

    [Theory]
    [InlineData("me\r\nX-Evil: 1"), InlineData("me (really)"), InlineData("réd@agency.example")]
    public async Task A_contact_that_cannot_be_a_header_is_said_at_the_start(string contact)
    {
        var trouble = await Assert.ThrowsAsync<FormatException>(() => FetchHarness.StartAsync(options => options.Contact = contact));
        Assert.StartsWith("Ingestion:Contact", trouble.Message);
    }

    [Fact]
    public async Task An_unchanged_document_is_not_sent_again()
    {
        await using var harness = await FetchHarness.StartAsync();
        harness.Server.Answers("/feed.rss", () => new StubAnswer { Status = 304 });

        var result = await harness.FetchAsync(new FetchRequest(harness.Server.Address("/feed.rss"), "W/\"a b\"", "yesterday, roughly"));

        Assert.IsType<FetchResult.NotModified>(result);
        var asked = harness.Server.Requests.Single().Headers;
        Assert.Equal("W/\"a b\"", asked["If-None-Match"]);
        Assert.Equal("yesterday, roughly", asked["If-Modified-Since"]);
    }

    [Fact]
    public async Task Unchanged_since_never_is_not_an_answer()
    {
        await using var harness = await FetchHarness.StartAsync();
        harness.Server.Answers("/feed.rss", () => new StubAnswer { Status = 304 });
        Assert.Equal("It answered 304 Not Modified.", (await harness.RefusedAsync("/feed.rss")).Reason);
    }

    [Theory]
    [InlineData("\"abc\""), InlineData("W/\"abc\""), InlineData("abc-without-quotes"), InlineData("W/unquoted, \"and more\"")]
    public async Task Marks_of_a_version_are_kept_as_they_were_sent(string etag)
    {
        await using var harness = await FetchHarness.StartAsync();
        harness.Server.Answers("/feed.rss", () => new StubAnswer { Headers = { ["ETag"] = etag, ["Last-Modified"] = "Sat, 21 Nov 2026 9:00 EST" } });

        var fetched = Assert.IsType<FetchResult.Fetched>(await harness.FetchAsync("/feed.rss"));
        await harness.FetchAsync(new FetchRequest(harness.Server.Address("/feed.rss"), fetched.ETag, fetched.LastModified));

        Assert.Equal(etag, fetched.ETag);
        Assert.Equal("Sat, 21 Nov 2026 9:00 EST", fetched.LastModified);
        Assert.Equal(etag, harness.Server.Requests[1].Headers["If-None-Match"]);
    }

    [Fact]
    public async Task A_mark_as_long_as_a_page_is_not_remembered()
    {
        await using var harness = await FetchHarness.StartAsync();
        harness.Server.Answers("/feed.rss", () => new StubAnswer { Headers = { ["ETag"] = new string('a', 5000) } });
        Assert.Null(Assert.IsType<FetchResult.Fetched>(await harness.FetchAsync("/feed.rss")).ETag);
    }

    [Theory]
    [InlineData(404, FailureKind.Missing, "It answered 404 Not Found.", true)]
    [InlineData(410, FailureKind.Missing, "It answered 410 Gone.", true)]
    [InlineData(400, FailureKind.Unexpected, "It answered 400 Bad Request.", true)]
    [InlineData(401, FailureKind.Denied, "It answered 401 Unauthorized.", true)]
    [InlineData(451, FailureKind.Denied, "It answered 451 Unavailable For Legal Reasons.", true)]
    [InlineData(403, FailureKind.Denied, "It answered 403 Forbidden: it does not let this program read.", false)]
    [InlineData(408, FailureKind.Timeout, "It answered 408 Request Timeout.", false)]
    [InlineData(429, FailureKind.Limited, "It answered 429 Too Many Requests.", false)]
    [InlineData(500, FailureKind.Server, "It answered 500 Internal Server Error.", false)]
    [InlineData(503, FailureKind.Server, "It answered 503 Service Unavailable.", false)]
    [InlineData(599, FailureKind.Server, "It answered 599.", false)]
    [InlineData(204, FailureKind.Unexpected, "It answered 204 No Content.", false)]
    [InlineData(206, FailureKind.Unexpected, "It answered 206 Partial Content.", false)]
    [InlineData(202, FailureKind.Denied, "It answered 202 Accepted with a check for robots in place of the document.", false)]
    public async Task Every_other_answer_has_its_kind_and_a_sentence(int status, FailureKind kind, string reason, bool final)
    {
        await using var harness = await FetchHarness.StartAsync();
        harness.Server.Answers("/page", () => new StubAnswer { Status = status });

        Assert.Equal(new FetchResult.Refused(kind, reason, status, Final: final), await harness.RefusedAsync("/page"));
    }

    [Theory]
    [InlineData(403, "cf-mitigated", "challenge"), InlineData(403, "x-datadome", "protected"), InlineData(200, "cf-mitigated", "challenge")]
    [InlineData(405, "x-amzn-waf-action", "captcha")]
    public async Task A_check_for_robots_is_named_whatever_its_status(int status, string header, string value)
    {
        await using var harness = await FetchHarness.StartAsync();
        harness.Server.Answers("/page", () => new StubAnswer { Status = status, Headers = { [header] = value } });

        var refused = await harness.RefusedAsync("/page");

        Assert.EndsWith("with a check for robots in place of the document.", refused.Reason);
        Assert.False(refused.Final);
    }

    [Theory]
    [InlineData(429, "120", 120), InlineData(503, "120", 120)]
    [InlineData(429, "Sat, 21 Nov 2026 13:15:00 GMT", 600), InlineData(503, "Saturday, 21-Nov-26 13:15:00 GMT", 600)]
    [InlineData(503, "999999", 86400)]
    public async Task A_wire_says_how_long_to_stay_away(int status, string header, int seconds)
    {
        await using var harness = await FetchHarness.StartAsync(time: new FakeTimeProvider(Now));
        harness.Server.Answers("/feed.rss", () => new StubAnswer { Status = status, Headers = { ["Retry-After"] = header } });
        Assert.Equal(TimeSpan.FromSeconds(seconds), (await harness.RefusedAsync("/feed.rss")).RetryAfter);
    }

    [Fact]
    public async Task A_host_that_wants_to_be_left_alone_is_not_asked_until_then()
    {
        var time = new FakeTimeProvider(Now);
        await using var harness = await FetchHarness.StartAsync(time: time);
        harness.Server.Answers("/feed.rss", () => new StubAnswer { Status = 429, Headers = { ["Retry-After"] = "120" } });
        harness.Server.Answers("/other.rss", "<rss/>");
        await harness.FetchAsync("/feed.rss");
        time.Advance(TimeSpan.FromSeconds(20));

        var held = await harness.FetchAsync("/other.rss");
        Assert.Equal(new FetchResult.Held($"127.0.0.1:{harness.Server.Root.Port}", TimeSpan.FromSeconds(100)), held);
        Assert.Single(harness.Server.Requests);

        time.Advance(TimeSpan.FromSeconds(100));
        Assert.IsType<FetchResult.Fetched>(await harness.FetchAsync("/other.rss"));
    }

    [Fact]
    public async Task A_host_is_asked_again_only_after_the_pause()
    {
        var time = new FakeTimeProvider(Now);
        await using var harness = await FetchHarness.StartAsync(options => options.Spacing = TimeSpan.FromSeconds(1), time);
        harness.Server.Answers("/feed.rss", "<rss/>");
        await harness.FetchAsync("/feed.rss");

        var second = harness.FetchAsync("/feed.rss");
        time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.False(second.IsCompleted);
        Assert.Single(harness.Server.Requests);
        time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.IsType<FetchResult.Fetched>(await second.WaitAsync(Token));
    }

    [Fact]
    public async Task The_log_shows_no_secret_of_an_address()
    {
        await using var harness = await FetchHarness.StartAsync();
        harness.Server.Answers("/feed.rss", () => StubAnswer.Redirect("/there?key=secret"));
        await harness.FetchAsync("/feed.rss?key=secret");
        await harness.FetchAsync(new Uri("http://someone:secret@127.0.0.1/"));

        Assert.NotEmpty(harness.Log.Lines);
        Assert.DoesNotContain(harness.Log.Lines, line => line.Contains("secret"));
        Assert.Equal("?key=secret", harness.Server.Requests[1].Query);
    }

    [Fact]
    public async Task Only_the_callers_own_cancellation_is_thrown()
    {
        await using var harness = await FetchHarness.StartAsync();
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var arrived = new TaskCompletionSource();
        harness.Server.Answers("/slow", () =>
        {
            arrived.SetResult();
            return new StubAnswer { Gate = new TaskCompletionSource().Task };
        });

        var fetching = harness.FetchAsync(harness.Server.Address("/slow"), caller.Token);
        await arrived.Task.WaitAsync(Token);
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetching);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => harness.FetchAsync(harness.Server.Address("/slow"), caller.Token));
    }

    [Theory]
    [InlineData("/en/releases.html", "text/html"), InlineData("/feed.rss", "application/rss+xml"), InlineData("/rss.xml", "application/rss+xml"), InlineData("/", "text/html")]
    public async Task Invented_hosts_are_answered_from_within(string path, string contentType)
    {
        await using var harness = await FetchHarness.StartAsync(time: new FakeTimeProvider(Now), sample: new OneSample(path), resolve: (_, _) => throw new InvalidOperationException("No look-up."));

        var fetched = Assert.IsType<FetchResult.Fetched>(await harness.FetchAsync(new Uri("https://www.wire.example" + path)));
        Assert.Equal(contentType, fetched.Document.ContentType);
        Assert.Equal(Now, fetched.Document.FetchedAt);

        var refused = await harness.RefusedAsync(new Uri("https://www.wire.example/nothing-here"));
        Assert.Equal(new FetchResult.Refused(FailureKind.Missing, "It answered 404 Not Found.", 404, Final: true), refused);
    }

    [Fact]
    public async Task Without_invented_wires_their_hosts_are_unknown_and_never_looked_up()
    {
        await using var harness = await FetchHarness.StartAsync(resolve: (_, _) => throw new InvalidOperationException("No look-up."));
        Assert.Equal("www.wire.example could not be found from this machine.", (await harness.RefusedAsync(new Uri("https://www.wire.example/"))).Reason);
    }

    [Fact]
    public async Task A_real_wire_cannot_send_us_to_an_invented_one()
    {
        await using var harness = await FetchHarness.StartAsync(sample: new OneSample("/"));
        harness.Server.Answers("/feed.rss", () => StubAnswer.Redirect("https://www.wire.example/"));
        Assert.Equal("www.wire.example could not be found from this machine.", (await harness.RefusedAsync("/feed.rss")).Reason);
    }

    private sealed class OneSample(string path) : ISampleWire
    {
        public IReadOnlyList<SourceOptions> Sources => [];

        public byte[]? Read(Uri address, DateTimeOffset at) => address.AbsolutePath == path ? "sample"u8.ToArray() : null;
    }
}
