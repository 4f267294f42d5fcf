using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using NewsWire.Data.PrivateServer;
using Npgsql;
using Xunit;

namespace NewsWire.Tests.Data.PrivateServer;

/// <summary>Recovery after kill -9. The program killed is this test program, started a second time.</summary>
public sealed class KilledProgramTests
{
    private const string FolderVariable = "NEWSWIRE_TEST_VICTIM";
    private const string DurableVariable = "NEWSWIRE_TEST_VICTIM_DURABLE";

    /// <summary>
    /// Run normally, this is an ordinary test. Started by the tests below with a folder of theirs, it is the program they kill: it writes a
    /// row, signals this by a file, and waits.
    /// </summary>
    [Fact]
    public async Task A_program_that_exits_stops_its_server()
    {
        await using var home = new ClusterUnderTest();
        var folder = Environment.GetEnvironmentVariable(FolderVariable);
        var options = new PrivateServerOptions { DataFolder = folder ?? home.Root, Durable = Environment.GetEnvironmentVariable(DurableVariable) is not null };
        await using (var cluster = await PrivateCluster.StartAsync(options, NullLogger.Instance, TimeProvider.System, ClusterUnderTest.Token))
        {
            await ClusterUnderTest.AskAsync(cluster.ConnectionString, "create table if not exists kept (answer integer)");
            await ClusterUnderTest.AskAsync(cluster.ConnectionString, "insert into kept values (42)");
            if (folder is not null)
            {
                await File.WriteAllTextAsync(Path.Combine(folder, "ready"), $"{cluster.WatchdogPid}", ClusterUnderTest.Token);
                await Task.Delay(TimeSpan.FromMinutes(2), ClusterUnderTest.Token);
            }
        }
        Assert.True(folder is not null || !home.IsRunning);
    }

    [Fact]
    public async Task Killing_the_program_stops_the_server_and_keeps_the_rows()
    {
        await using var home = new ClusterUnderTest();
        using var victim = await StartVictimAsync(home);
        var pid = home.ServerPid!.Value;

        victim.Kill();

        await ClusterUnderTest.GoneAsync(pid);
        await AssertRowAsync(home);
    }

    [Fact]
    public async Task Killing_the_program_while_another_shares_the_server_leaves_it_to_the_other()
    {
        await using var home = new ClusterUnderTest();
        using var victim = await StartVictimAsync(home);
        var other = await home.StartAsync();
        var pid = home.ServerPid!.Value;
        var watchdog = WatchdogOf(home);

        victim.Kill();
        await ClusterUnderTest.GoneAsync(watchdog);

        Assert.Equal(42, await ClusterUnderTest.AskAsync(other.ConnectionString, "select answer from kept"));
        await other.DisposeAsync();
        await ClusterUnderTest.GoneAsync(pid);
    }

    [Fact]
    public async Task A_server_that_is_killed_while_the_program_lives_comes_back_with_its_rows()
    {
        await using var home = new ClusterUnderTest();
        await using var cluster = await home.StartAsync(new PrivateServerOptions { Durable = true, CareEvery = TimeSpan.FromMilliseconds(100) });
        await ClusterUnderTest.AskAsync(cluster.ConnectionString, "create table kept as select 42 as answer");
        var pid = home.ServerPid!.Value;

        ClusterUnderTest.Kill(pid);

        await ClusterUnderTest.EventuallyAsync(() => home.ServerPid is { } again && again != pid && home.IsRunning);
        await AssertComesBackAsync(cluster.ConnectionString);
    }

    private static async Task AssertComesBackAsync(string connectionString)
    {
        while (true)
        {
            try
            {
                Assert.Equal(42, await ClusterUnderTest.AskAsync(connectionString, "select answer from kept"));
                return;
            }
            catch (NpgsqlException recovering) when (recovering.IsTransient)
            {
                await Task.Delay(20, ClusterUnderTest.Token);
            }
        }
    }

    [Fact]
    public async Task A_server_that_lost_program_and_watchdog_is_adopted_and_then_stopped()
    {
        await using var home = new ClusterUnderTest();
        using var victim = await StartVictimAsync(home);
        var pid = home.ServerPid!.Value;
        ClusterUnderTest.Kill(WatchdogOf(home));
        victim.Kill();
        await victim.WaitForExitAsync(ClusterUnderTest.Token);

        var adopter = await home.StartAsync();

        Assert.Equal(pid, home.ServerPid);
        Assert.Equal(42, await ClusterUnderTest.AskAsync(adopter.ConnectionString, "select answer from kept"));
        await adopter.DisposeAsync();
        await ClusterUnderTest.GoneAsync(pid);
    }

    [Fact]
    public async Task Killing_everything_loses_no_committed_row()
    {
        await using var home = new ClusterUnderTest();
        using var victim = await StartVictimAsync(home, durable: true);
        var pid = home.ServerPid!.Value;
        ClusterUnderTest.Kill(WatchdogOf(home));
        ClusterUnderTest.Kill(pid);
        victim.Kill();

        await AssertRowAsync(home);
    }

    [Fact]
    public async Task A_pid_file_whose_process_id_was_reused_does_not_prevent_the_start()
    {
        await using var home = new ClusterUnderTest();
        using var victim = await StartVictimAsync(home);
        var note = Path.Combine(home.Folder, "data", "postmaster.pid");
        var lines = await File.ReadAllLinesAsync(note, ClusterUnderTest.Token);
        victim.Kill();
        await ClusterUnderTest.EventuallyAsync(() => !File.Exists(note));
        lines[0] = $"{Environment.ProcessId}";
        await File.WriteAllLinesAsync(note, lines, ClusterUnderTest.Token);

        await AssertRowAsync(home);
    }

    private static async Task AssertRowAsync(ClusterUnderTest home)
    {
        var next = await home.StartAsync();
        Assert.Equal(42, await ClusterUnderTest.AskAsync(next.ConnectionString, "select answer from kept"));
    }

    private static int WatchdogOf(ClusterUnderTest home) =>
        int.Parse(File.ReadAllText(Path.Combine(home.Root, "ready")), CultureInfo.InvariantCulture);

    private static async Task<Process> StartVictimAsync(ClusterUnderTest home, bool durable = false)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        // If the test runs under the dotnet host, the program is its first argument.
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(KilledProgramTests).Assembly.Location);
        foreach (var argument in new[] { "-method", $"{typeof(KilledProgramTests).FullName}.{nameof(A_program_that_exits_stops_its_server)}" })
            start.ArgumentList.Add(argument);
        start.Environment[FolderVariable] = home.Root;
        if (durable)
            start.Environment[DurableVariable] = "1";
        // Variables of the test runner would make the second process report to it too.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("TESTINGPLATFORM", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        var said = new StringBuilder();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => said.AppendLine(line.Data);
        process.ErrorDataReceived += (_, line) => said.AppendLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await ClusterUnderTest.EventuallyAsync(() => process.HasExited || new FileInfo(Path.Combine(home.Root, "ready")) is { Exists: true, Length: > 0 });
        Assert.False(process.HasExited, said.ToString());
        return process;
    }
}
