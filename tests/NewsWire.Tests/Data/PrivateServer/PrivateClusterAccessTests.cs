using NewsWire.Data.PrivateServer;
using Npgsql;
using Xunit;

namespace NewsWire.Tests.Data.PrivateServer;

/// <summary>Access control of the private server; all tests share one cluster.</summary>
public sealed class PrivateClusterAccessTests(PrivateClusterAccessTests.SharedCluster shared) : IClassFixture<PrivateClusterAccessTests.SharedCluster>
{
    [Fact]
    public async Task A_wrong_or_missing_password_is_rejected()
    {
        foreach (var password in new[] { "guess", "" })
        {
            var wrong = new NpgsqlConnectionStringBuilder(shared.Cluster.ConnectionString) { Password = password, Pooling = false };
            await Assert.ThrowsAnyAsync<NpgsqlException>(() => ClusterUnderTest.AskAsync(wrong.ConnectionString, "select 1"));
        }
    }

    [Fact]
    public async Task Only_the_owner_reaches_the_socket_the_data_and_the_password()
    {
        if (OperatingSystem.IsWindows())
            return;
        const UnixFileMode folder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        const UnixFileMode file = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        Assert.Equal(folder, File.GetUnixFileMode(new NpgsqlConnectionStringBuilder(shared.Cluster.ConnectionString).Host!));
        Assert.Equal(folder, File.GetUnixFileMode(shared.Home.Folder));
        Assert.Equal(folder, File.GetUnixFileMode(Path.Combine(shared.Home.Folder, "data")));
        Assert.Equal(file, File.GetUnixFileMode(Path.Combine(shared.Home.Folder, "password")));
    }

    [Fact]
    public async Task The_password_is_random_and_in_no_file_but_its_own()
    {
        var password = new NpgsqlConnectionStringBuilder(shared.Cluster.ConnectionString).Password!;

        Assert.True(password.Length >= 32);
        Assert.DoesNotContain(password, shared.Cluster.Description, StringComparison.Ordinal);
        foreach (var file in new[] { "server.log", "data/postgresql.conf", "data/postmaster.opts" })
            Assert.DoesNotContain(password, await File.ReadAllTextAsync(Path.Combine(shared.Home.Folder, file), ClusterUnderTest.Token), StringComparison.Ordinal);
    }

    /// <summary>Started before the first of these tests, stopped after the last.</summary>
    public sealed class SharedCluster : IAsyncLifetime
    {
        internal ClusterUnderTest Home { get; } = new();

        internal PrivateCluster Cluster { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Cluster = await Home.StartAsync();

        public ValueTask DisposeAsync() => Home.DisposeAsync();
    }
}
