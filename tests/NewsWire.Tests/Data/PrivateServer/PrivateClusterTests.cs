using NewsWire.Data.PrivateServer;
using Npgsql;
using Xunit;

namespace NewsWire.Tests.Data.PrivateServer;

public sealed class PrivateClusterTests
{
    [Fact]
    public async Task It_starts_and_answers_and_stops()
    {
        await using var home = new ClusterUnderTest();
        var cluster = await home.StartAsync();

        Assert.Equal("newswire", await ClusterUnderTest.AskAsync(cluster.ConnectionString, "select current_database()::text"));
        Assert.Equal("UTF8", await ClusterUnderTest.AskAsync(cluster.ConnectionString, "show server_encoding"));
        Assert.Equal("", await ClusterUnderTest.AskAsync(cluster.ConnectionString, "show listen_addresses"));
        Assert.Equal("C", await ClusterUnderTest.AskAsync(cluster.ConnectionString, "select datcollate::text from pg_database where datname = 'newswire'"));
        Assert.Contains(home.Root, cluster.Description, StringComparison.Ordinal);
        var pid = home.ServerPid!.Value;

        await cluster.DisposeAsync();

        await ClusterUnderTest.GoneAsync(pid);
        Assert.False(Directory.Exists(Path.Combine(home.Folder, "leases")));
    }

    [Fact]
    public async Task Rows_are_there_after_a_clean_stop_and_a_second_start()
    {
        await using var home = new ClusterUnderTest();
        await using (var first = await home.StartAsync(new PrivateServerOptions()))
        {
            Assert.Equal("on", await ClusterUnderTest.AskAsync(first.ConnectionString, "show fsync"));
            await ClusterUnderTest.AskAsync(first.ConnectionString, "create table kept as select 42 as answer");
        }

        var second = await home.StartAsync(new PrivateServerOptions());

        Assert.Equal(42, await ClusterUnderTest.AskAsync(second.ConnectionString, "select answer from kept"));
    }

    [Fact]
    public async Task Starts_at_once_share_one_server_and_the_last_to_leave_stops_it()
    {
        await using var home = new ClusterUnderTest();
        var clusters = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => home.StartAsync(), ClusterUnderTest.Token)));
        var pid = home.ServerPid!.Value;

        Assert.Single(clusters.Select(cluster => cluster.ConnectionString).Distinct());
        foreach (var cluster in clusters[..3])
            await cluster.DisposeAsync();
        Assert.Equal(1, await ClusterUnderTest.AskAsync(clusters[3].ConnectionString, "select 1"));
        Assert.Equal(pid, home.ServerPid);

        await clusters[3].DisposeAsync();
        await ClusterUnderTest.GoneAsync(pid);
    }

    [Theory]
    [InlineData("it's \"données\" $HOME `x` (2)")]
    [InlineData("hosts, as: in a connection string")]
    public async Task A_folder_with_spaces_and_quotes_in_its_name_works(string name)
    {
        await using var home = new ClusterUnderTest(name);
        var cluster = await home.StartAsync();
        Assert.Equal(1, await ClusterUnderTest.AskAsync(cluster.ConnectionString, "select 1"));
    }

    [Fact]
    public async Task A_path_too_long_for_a_socket_puts_the_socket_elsewhere_and_clears_it_away()
    {
        await using var home = new ClusterUnderTest(new string('x', 90));
        var cluster = await home.StartAsync();
        var second = await home.StartAsync();
        var socket = new NpgsqlConnectionStringBuilder(cluster.ConnectionString).Host!;

        Assert.Equal(1, await ClusterUnderTest.AskAsync(second.ConnectionString, "select 1"));
        Assert.DoesNotContain(home.Root, socket, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(socket));

        await cluster.DisposeAsync();
        await second.DisposeAsync();
        Assert.False(Directory.Exists(socket));
    }

    [Fact]
    public async Task An_incomplete_cluster_is_recreated()
    {
        await using var home = new ClusterUnderTest();
        await (await home.StartAsync()).DisposeAsync();
        File.Delete(Path.Combine(home.Folder, "complete"));
        File.Delete(Path.Combine(home.Folder, "data", "postmaster.opts"));
        File.Delete(Path.Combine(home.Folder, "data", "global", "pg_control"));

        var cluster = await home.StartAsync();

        Assert.Equal(1, await ClusterUnderTest.AskAsync(cluster.ConnectionString, "select 1"));
    }

    [Fact]
    public async Task A_failed_start_is_reported_on_one_line_and_leaves_no_process()
    {
        await using var home = new ClusterUnderTest();
        await (await home.StartAsync()).DisposeAsync();
        await File.WriteAllTextAsync(Path.Combine(home.Folder, "data", "pg_hba.conf"), "nonsense\n", ClusterUnderTest.Token);

        var failure = await Assert.ThrowsAsync<PrivateServerException>(() => home.StartAsync());

        Assert.Contains("pg_hba.conf", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
        Assert.False(home.IsRunning);
        Assert.False(Directory.Exists(Path.Combine(home.Folder, "leases")));
    }
}
