using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using NewsWire.Data;
using NewsWire.Ingest.Fetch;
using NewsWire.Tests.Support;
using Xunit;

namespace NewsWire.Tests.Ingest.Fetch;

public sealed class WebFetcherLimitTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_whose_length_is_over_the_limit_is_refused_before_it_is_read()
    {
        await using var harness = await FetchHarness.StartAsync();
        // The body is never sent; a fetcher that waited for it would hang.
        harness.Server.Answers("/big", () => new StubAnswer
        {
            Headers = { ["Content-Length"] = $"{20 * 1024 * 1024}" },
            InPieces = true,
            EndGate = new TaskCompletionSource().Task,
        });
        Assert.Equal(TooLarge("The document has 20 MB; the limit is 16 MB."), await harness.RefusedAsync("/big"));
    }

    [Fact]
    public async Task A_document_that_does_not_tell_its_length_is_cut_at_the_limit()
    {
        await using var harness = await FetchHarness.StartAsync(options => options.MaximumBytes = 10_240);
        harness.Server.Answers("/endless", () => new StubAnswer { Body = new byte[10_241], InPieces = true, EndGate = new TaskCompletionSource().Task });
        Assert.Equal(TooLarge("The document is larger than the limit of 10 KB."), await harness.RefusedAsync("/endless"));
    }

    [Theory]
    [InlineData("gzip"), InlineData("br"), InlineData("deflate")]
    public async Task What_is_small_on_the_way_counts_as_large_as_it_unpacks(string encoding)
    {
        await using var harness = await FetchHarness.StartAsync(options => options.MaximumBytes = 1024 * 1024);
        var bomb = Pack(encoding, new byte[8 * 1024 * 1024]);
        Assert.True(bomb.Length < 64 * 1024);
        harness.Server.Answers("/bomb", () => new StubAnswer { Body = bomb, Headers = { ["Content-Encoding"] = encoding } });
        Assert.Equal(TooLarge("The document is larger than the limit of 1 MB."), await harness.RefusedAsync("/bomb"));
    }

    [Theory]
    [InlineData("gzip"), InlineData("br"), InlineData("deflate")]
    public async Task A_document_of_just_the_limit_is_taken_packed_or_not(string encoding)
    {
        await using var harness = await FetchHarness.StartAsync(options => options.MaximumBytes = 50_000);
        var document = RandomNumberGenerator.GetBytes(50_000);
        harness.Server.Answers("/packed", () => new StubAnswer { Body = Pack(encoding, document), Headers = { ["Content-Encoding"] = encoding } });
        harness.Server.Answers("/plain", () => new StubAnswer { Body = document });

        Assert.Equal(document, Assert.IsType<FetchResult.Fetched>(await harness.FetchAsync("/packed")).Document.Bytes.ToArray());
        Assert.Equal(document, Assert.IsType<FetchResult.Fetched>(await harness.FetchAsync("/plain")).Document.Bytes.ToArray());
    }

    [Theory]
    [InlineData("gzip"), InlineData("br"), InlineData("deflate")]
    public async Task What_cannot_be_unpacked_is_said(string encoding)
    {
        await using var harness = await FetchHarness.StartAsync();
        harness.Server.Answers("/broken", () => new StubAnswer { Body = Encoding.ASCII.GetBytes(new string('x', 100)), Headers = { ["Content-Encoding"] = encoding } });
        Assert.Equal("The answer could not be decompressed.", (await harness.RefusedAsync("/broken")).Reason);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_said()
    {
        await using var harness = await FetchHarness.StartAsync();
        harness.Server.Answers("/short", () => new StubAnswer { Body = new byte[10], Headers = { ["Content-Length"] = "100" } });
        Assert.Equal("The connection broke off before the answer was complete.", (await harness.RefusedAsync("/short")).Reason);
    }

    [Fact]
    public async Task Headers_beyond_all_measure_are_refused()
    {
        await using var harness = await FetchHarness.StartAsync();
        harness.Server.Answers("/chatty", () => new StubAnswer { Headers = { ["X-Long"] = new string('a', 40_000) } });
        Assert.Equal("The headers of its answer are too large.", (await harness.RefusedAsync("/chatty")).Reason);
    }

    [Fact]
    public async Task Something_other_than_HTTP_is_said()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var harness = await FetchHarness.StartAsync();

        var fetching = harness.RefusedAsync(new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/"));
        using var peer = await listener.AcceptTcpClientAsync(Token);
        await peer.GetStream().WriteAsync("220 mail.wire.com ESMTP\r\n\r\n"u8.ToArray(), Token);

        Assert.Equal("Its answer is not HTTP.", (await fetching).Reason);
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public async Task An_answer_that_does_not_come_or_does_not_end_is_given_up_at_the_limit(bool begun)
    {
        var time = new FakeTimeProvider();
        await using var harness = await FetchHarness.StartAsync(time: time);
        var arrived = new TaskCompletionSource();
        var never = new TaskCompletionSource().Task;
        harness.Server.Answers("/slow", () =>
        {
            arrived.SetResult();
            return begun ? new StubAnswer { Body = new byte[10], InPieces = true, EndGate = never } : new StubAnswer { Gate = never };
        });

        var fetching = harness.RefusedAsync("/slow");
        await arrived.Task.WaitAsync(Token);
        time.Advance(TimeSpan.FromSeconds(29));
        Assert.False(fetching.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(new FetchResult.Refused(FailureKind.Timeout, "No complete answer within 30 seconds."), await fetching.WaitAsync(Token));
    }

    [Fact]
    public async Task A_connection_that_does_not_come_is_given_up_at_the_connect_limit()
    {
        await using var harness = await FetchHarness.StartAsync(
            options => options.ConnectLimit = TimeSpan.FromMilliseconds(50), resolve: (_, token) => new TaskCompletionSource<IPAddress[]>().Task.WaitAsync(token));
        Assert.Equal("No connection within 0.05 seconds.", (await harness.RefusedAsync(new Uri("http://www.wire.com/"))).Reason);
    }

    [Fact]
    public async Task A_certificate_this_machine_does_not_trust_is_refused()
    {
        using var key = RSA.Create(2048);
        var asked = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = asked.CreateSelfSigned(new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2090, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var secure = await StubWireServer.StartAsync(Token, certificate);
        await using var harness = await FetchHarness.StartAsync();

        Assert.Equal("No secure connection to 127.0.0.1 could be made; its certificate may be wrong.", (await harness.RefusedAsync(secure.Address("/"))).Reason);
        Assert.Empty(secure.Requests);
    }

    [Theory]
    [InlineData(16_777_217, 16_777_216, "The document has 16,777,217 bytes; the limit is 16,777,216 bytes.")]
    [InlineData(27_262_976, 16_777_216, "The document has 26 MB; the limit is 16 MB.")]
    [InlineData(2000, 1000, "The document has 2 KB; the limit is 1,000 bytes.")]
    public void Sizes_are_said_so_that_the_difference_shows(long size, int limit, string sentence) => Assert.Equal(sentence, LimitedBody.TooLarge(size, limit));

    private static FetchResult.Refused TooLarge(string reason) =>
        new(FailureKind.Blocked, reason, 200) { Remedy = "To allow it, raise Ingestion:MaximumBytes." };

    private static byte[] Pack(string encoding, byte[] plain)
    {
        var packed = new MemoryStream();
        using (Stream stream = encoding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.SmallestSize),
            "br" => new BrotliStream(packed, CompressionLevel.Fastest),
            _ => new ZLibStream(packed, CompressionLevel.SmallestSize),
        })
            stream.Write(plain);
        return packed.ToArray();
    }
}
