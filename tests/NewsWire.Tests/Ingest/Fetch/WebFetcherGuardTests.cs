using System.Net;
using System.Net.Sockets;
using NewsWire.Data;
using NewsWire.Ingest.Fetch;
using NewsWire.Tests.Support;
using Xunit;

namespace NewsWire.Tests.Ingest.Fetch;

public sealed class WebFetcherGuardTests
{
    [Theory]
    [InlineData("ftp://wire.com/feed"), InlineData("file:///etc/passwd"), InlineData("gopher://wire.com/1"), InlineData("data:text/html,hello"), InlineData("javascript:alert(1)")]
    public async Task Only_http_and_https_are_opened(string address)
    {
        await using var harness = await FetchHarness.StartAsync();
        var refused = await harness.RefusedAsync(new Uri(address));
        Assert.StartsWith("NewsWire opens http and https addresses, not ", refused.Reason);
        Assert.True(refused.Final);
    }

    [Fact]
    public async Task An_address_without_a_host_is_refused()
    {
        await using var harness = await FetchHarness.StartAsync();
        var refused = await harness.RefusedAsync(new Uri("feed.rss", UriKind.Relative));
        Assert.StartsWith("This is not a full address", refused.Reason);
    }

    [Fact]
    public async Task Names_and_passwords_in_an_address_are_not_sent()
    {
        await using var harness = await FetchHarness.StartAsync();
        var refused = await harness.RefusedAsync(new Uri($"http://user:word@127.0.0.1:{harness.Server.Root.Port}/"));
        Assert.Equal(new FetchResult.Refused(FailureKind.Invalid, "The address has a user name or password in it, which NewsWire does not send.", Final: true), refused);
        Assert.Empty(harness.Server.Requests);
    }

    [Theory]
    [InlineData("http://wire.test/"), InlineData("http://a.b.invalid./"), InlineData("http://wire.LOCALHOST/")]
    public async Task Names_that_are_on_no_network_are_refused(string address)
    {
        await using var harness = await FetchHarness.StartAsync(resolve: (_, _) => throw new InvalidOperationException("No look-up."));
        Assert.Contains("are on no network", (await harness.RefusedAsync(new Uri(address))).Reason);
    }

    [Theory]
    [InlineData("http://127.0.0.2/", "127.0.0.2", "127.0.0.2/32"), InlineData("http://2130706434/", "127.0.0.2", "127.0.0.2/32"), InlineData("http://0x7f.2/", "127.0.0.2", "127.0.0.2/32"), InlineData("http://0177.0.0.2/", "127.0.0.2", "127.0.0.2/32")]
    [InlineData("http://[::1]/", "::1", "::1/128"), InlineData("http://[::ffff:10.0.0.1]/", "::ffff:10.0.0.1", "10.0.0.1/32"), InlineData("http://169.254.169.254/latest/meta-data/", "169.254.169.254", "169.254.169.254/32")]
    public async Task A_private_address_is_refused_however_it_is_written(string address, string shown, string network)
    {
        await using var harness = await FetchHarness.StartAsync();
        var blocked = new FetchResult.Refused(FailureKind.Blocked, $"{shown} is in a private network.", Final: true) { Remedy = $"To allow it, add {network} to Ingestion:AllowedNetworks." };
        Assert.Equal(blocked, await harness.RefusedAsync(new Uri(address)));
    }

    [Fact]
    public async Task The_unspecified_address_is_refused()
    {
        await using var harness = await FetchHarness.StartAsync();
        Assert.Equal("0.0.0.0 is a reserved address.", (await harness.RefusedAsync(harness.Server.Address("/", "0.0.0.0"))).Reason);
    }

    [Fact]
    public async Task A_real_name_that_leads_to_this_machine_is_refused_when_connecting()
    {
        await using var harness = await FetchHarness.StartAsync(options => options.AllowedNetworks = []);
        var refused = await harness.RefusedAsync(harness.Server.Address("/", "localhost"));
        Assert.Matches(@"^localhost leads to (127\.0\.0\.1|::1), which is in a private network\.$", refused.Reason);
        Assert.Contains("127.0.0.1/32", refused.Remedy);
        Assert.Empty(harness.Server.Requests);
    }

    [Fact]
    public async Task One_private_address_among_those_of_a_name_is_enough()
    {
        await using var harness = await FetchHarness.StartAsync(resolve: (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback, IPAddress.Parse("10.0.0.1"), IPAddress.Parse("fd00::7")]));
        var refused = await harness.RefusedAsync(harness.Server.Address("/", "www.wire.com"));
        Assert.Equal("www.wire.com leads to 10.0.0.1, which is in a private network.", refused.Reason);
        Assert.Equal("To allow it, add 10.0.0.1/32 and fd00::7/128 to Ingestion:AllowedNetworks.", refused.Remedy);
        Assert.Empty(harness.Server.Requests);
    }

    [Fact]
    public async Task The_connection_goes_to_the_address_that_was_judged()
    {
        // DNS rebinding: a name that resolves to a public address once and to a private one afterwards.
        var lookups = 0;
        await using var harness = await FetchHarness.StartAsync(resolve: (_, _) => Task.FromResult<IPAddress[]>([lookups++ == 0 ? IPAddress.Loopback : IPAddress.Parse("127.0.0.2")]));
        harness.Server.Answers("/feed.rss", "<rss/>");

        Assert.IsType<FetchResult.Fetched>(await harness.FetchAsync(harness.Server.Address("/feed.rss", "www.wire.com")));
        Assert.Equal(1, lookups);
    }

    [Fact]
    public async Task Where_one_address_of_a_name_is_dead_the_next_is_tried()
    {
        await using var harness = await FetchHarness.StartAsync(
            options => options.AllowedNetworks = ["127.0.0.0/8"], resolve: (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("127.0.0.2"), IPAddress.Loopback]));
        harness.Server.Answers("/feed.rss", "<rss/>");
        Assert.IsType<FetchResult.Fetched>(await harness.FetchAsync(harness.Server.Address("/feed.rss", "www.wire.com")));
    }

    [Fact]
    public async Task A_redirect_to_a_private_address_is_refused()
    {
        await using var harness = await FetchHarness.StartAsync();
        harness.Server.Answers("/feed.rss", () => StubAnswer.Redirect($"http://127.0.0.2:{harness.Server.Root.Port}/secret"));

        var refused = await harness.RefusedAsync("/feed.rss");

        var blocked = new FetchResult.Refused(FailureKind.Blocked, "It redirects to 127.0.0.2, which is in a private network.")
        {
            Remedy = "If this redirect is intended, add 127.0.0.2/32 to Ingestion:AllowedNetworks.",
        };
        Assert.Equal(blocked, refused);
        Assert.Single(harness.Server.Requests);
    }

    [Fact]
    public async Task A_redirect_to_a_name_that_leads_to_a_private_address_is_refused()
    {
        await using var harness = await FetchHarness.StartAsync(resolve: (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("192.168.1.1")]));
        harness.Server.Answers("/feed.rss", () => StubAnswer.Redirect("http://intranet.wire.com/"));
        Assert.Equal("It redirects to 192.168.1.1, which is in a private network.", (await harness.RefusedAsync("/feed.rss")).Reason);
    }

    [Theory]
    [InlineData("ftp://wire.com/feed", "NewsWire opens http and https addresses, not ftp.")]
    [InlineData("file:///etc/passwd", "NewsWire opens http and https addresses, not file.")]
    [InlineData("http://a:b@127.0.0.1/", "The address has a user name or password in it, which NewsWire does not send.")]
    public async Task A_redirect_is_judged_like_a_first_address(string location, string reason)
    {
        await using var harness = await FetchHarness.StartAsync();
        harness.Server.Answers("/feed.rss", () => StubAnswer.Redirect(location));
        Assert.Equal($"It redirects elsewhere. {reason}", (await harness.RefusedAsync("/feed.rss")).Reason);
    }

    [Theory]
    [InlineData("/there", 301), InlineData("there", 302), InlineData("./there#part", 303), InlineData("../there", 307), InlineData("//127.0.0.1:{port}/there", 308)]
    public async Task Redirects_are_followed_and_relative_ones_resolved(string location, int status)
    {
        await using var harness = await FetchHarness.StartAsync();
        harness.Server.Answers("/here", () => StubAnswer.Redirect(location.Replace("{port}", $"{harness.Server.Root.Port}"), status));
        harness.Server.Answers("/there", "found");

        var fetched = Assert.IsType<FetchResult.Fetched>(await harness.FetchAsync("/here"));
        Assert.Equal(harness.Server.Address("/there"), fetched.Document.Address);
    }

    [Fact]
    public async Task A_redirect_without_an_address_is_said()
    {
        await using var harness = await FetchHarness.StartAsync();
        harness.Server.Answers("/here", () => new StubAnswer { Status = 302 });
        Assert.Equal(new FetchResult.Refused(FailureKind.Unexpected, "It redirects without a readable address.", 302), await harness.RefusedAsync("/here"));
    }

    [Fact]
    public async Task Redirects_that_never_end_are_given_up_after_five()
    {
        await using var harness = await FetchHarness.StartAsync();
        harness.Server.Answers("/round", () => StubAnswer.Redirect("/round"));
        Assert.Equal("It redirects more than 5 times.", (await harness.RefusedAsync("/round")).Reason);
        Assert.Equal(6, harness.Server.Requests.Count);
    }

    [Fact]
    public void From_https_nothing_leads_back_to_http()
    {
        var from = new Uri("https://www.wire.com/feed");
        Assert.Equal("It redirects from https to plain http, which NewsWire does not follow.", Redirects.Follow(from, "http://www.wire.com/feed", 301).Refusal?.Reason);
        Assert.Equal(new Uri("https://feeds.wire.com/"), Redirects.Follow(from, "https://feeds.wire.com/", 301).Next);
        Assert.Equal(new Uri("https://www.wire.com/feed"), Redirects.Follow(new Uri("http://www.wire.com/feed"), "https://www.wire.com/feed", 301).Next);
    }

    [Fact]
    public async Task A_look_up_that_fails_for_a_moment_is_tried_once_more()
    {
        var lookups = 0;
        await using var harness = await FetchHarness.StartAsync(resolve: (_, _) =>
            lookups++ == 0 ? throw new SocketException((int)SocketError.TryAgain) : Task.FromResult<IPAddress[]>([IPAddress.Loopback]));
        harness.Server.Answers("/feed.rss", "<rss/>");

        Assert.IsType<FetchResult.Fetched>(await harness.FetchAsync(harness.Server.Address("/feed.rss", "www.wire.com")));
        Assert.Equal(2, lookups);
    }

    [Theory]
    [InlineData(SocketError.HostNotFound, 1, "www.wire.com could not be found from this machine.")]
    [InlineData(SocketError.TryAgain, 2, "www.wire.com could not be found from this machine.")]
    [InlineData(SocketError.ConnectionRefused, 2, "www.wire.com refused the connection.")]
    [InlineData(SocketError.NetworkUnreachable, 2, "www.wire.com cannot be reached from this machine.")]
    public async Task A_host_that_cannot_be_reached_is_said_in_a_sentence(SocketError error, int tries, string reason)
    {
        var lookups = 0;
        await using var harness = await FetchHarness.StartAsync(resolve: (_, _) =>
        {
            lookups++;
            throw new SocketException((int)error);
        });

        Assert.Equal(new FetchResult.Refused(FailureKind.Unreachable, reason), await harness.RefusedAsync(new Uri("http://www.wire.com/")));
        Assert.Equal(tries, lookups);
    }

    [Fact]
    public async Task A_port_nobody_listens_on_is_a_refused_connection()
    {
        int port;
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            port = ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        await using var harness = await FetchHarness.StartAsync();
        Assert.Equal("127.0.0.1 refused the connection.", (await harness.RefusedAsync(new Uri($"http://127.0.0.1:{port}/"))).Reason);
    }

    [Fact]
    public void The_client_does_nothing_of_its_own_accord()
    {
        var options = new FetchOptions();
        using var handler = WireClient.Handler(options, new GuardedConnection(options, TimeProvider.System));

        Assert.False(handler.UseProxy);
        Assert.False(handler.UseCookies);
        Assert.False(handler.AllowAutoRedirect);
        Assert.False(handler.PreAuthenticate);
        Assert.Null(handler.Credentials);
        Assert.NotNull(handler.ConnectCallback);
    }
}
