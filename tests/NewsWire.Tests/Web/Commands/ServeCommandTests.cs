using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using NewsWire.Tests.Support;
using Npgsql;
using Xunit;

namespace NewsWire.Tests.Web.Commands;

/// <summary>The program itself, started before its database is there, and ended: what it says, and with which exit code.</summary>
public sealed class ServeCommandTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("serve")]
    [InlineData("migrate")]
    public async Task A_database_that_stays_away_ends_the_program_with_1_and_one_sentence(string command)
    {
        await using var database = await TestDatabase.CreateAsync(Token);
        await using var proxy = new DatabaseProxy(database.ConnectionString);
        proxy.Cut();
        using var program = new ProgramUnderTest(command, proxy.ConnectionString, "--Database:StartLimit", "00:00:05");

        Assert.Equal(1, await program.EndAsync(Token));
        Assert.Contains("Waiting for the database: connection refused (", program.Said, StringComparison.Ordinal);
        Assert.EndsWith(
            "The database of ConnectionStrings:NewsWire does not answer: connection refused.\n", program.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("migrate")]
    public async Task A_database_that_accepts_and_never_answers_is_waited_for_no_longer_than_the_limit(string command)
    {
        await using var database = await TestDatabase.CreateAsync(Token);
        await using var proxy = new DatabaseProxy(database.ConnectionString);
        proxy.Hold();
        using var program = new ProgramUnderTest(command, proxy.ConnectionString, "--Database:StartLimit", "00:00:05");

        Assert.Equal(1, await program.EndAsync(Token));
        Assert.Contains("Waiting for the database: no answer yet (2 s of 5 s)", program.Said, StringComparison.Ordinal);
        Assert.EndsWith(
            "The database of ConnectionStrings:NewsWire does not answer: no answer within 5 s.\n", program.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Told_to_stop_while_the_database_never_answers_the_program_ends_with_0()
    {
        await using var database = await TestDatabase.CreateAsync(Token);
        await using var proxy = new DatabaseProxy(database.ConnectionString);
        proxy.Hold();
        using var program = new ProgramUnderTest("serve", proxy.ConnectionString);
        await program.SaysAsync("Waiting for the database", Token);

        program.Terminate();

        Assert.Equal(0, await program.EndAsync(Token));
        Assert.Equal("", program.Errors.Trim());
    }

    [Theory]
    [InlineData("--Web:Zone", "Paris", "Web:Zone is “Paris”, which is not a known time zone. Did you mean Europe/Paris?")]
    [InlineData("--Ingestion:Contact", "(us)", "Ingestion:Contact may have")]
    [InlineData("--Ingestion:Sources:inbx:Every", "00:01:00", "Did you mean Ingestion:Sources:inbox?")]
    [InlineData("--urls", "nonsense", "urls has “nonsense”")]
    public async Task A_wrong_setting_is_refused_before_the_private_server_is_started(string setting, string value, string said)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"newswire-{Guid.NewGuid():N}");
        using var program = new ProgramUnderTest("serve", "", setting, value, "--PrivateServer:DataFolder", folder);

        Assert.Equal(1, await program.EndAsync(Token));
        Assert.Contains(said, Assert.Single(program.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_created_is_logged_and_pages_are_served()
    {
        await using var database = await TestDatabase.CreateAsync(Token);
        var file = Path.GetTempFileName();
        using var program = new ProgramUnderTest(
            "serve", database.ConnectionString, "--Ingestion:FolderRoot", file, "--Ingestion:Sources:inbox:Address", "in");

        await program.SaysAsync("NewsWire is on", Token);
        await program.SaysAsync($"The folder {Path.Combine(file, "in")} of source inbox could not be created", Token);
        program.Terminate();

        Assert.Equal(0, await program.EndAsync(Token));
        File.Delete(file);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("migrate")]
    public async Task A_database_that_is_unknown_ends_the_program_at_once(string command)
    {
        await using var database = await TestDatabase.CreateAsync(Token);
        var unknown = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Database = "no_such_database" }.ConnectionString;
        using var program = new ProgramUnderTest(command, unknown);

        Assert.Equal(1, await program.EndAsync(Token));
        Assert.DoesNotContain("Waiting", program.Said, StringComparison.Ordinal);
        Assert.Contains("refused: database \"no_such_database\" does not exist.", program.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_comes_late_is_served_from_and_told_to_stop_the_program_ends_with_0()
    {
        await using var database = await TestDatabase.CreateAsync(Token);
        await using var proxy = new DatabaseProxy(database.ConnectionString);
        proxy.Cut();
        using var program = new ProgramUnderTest("serve", proxy.ConnectionString);
        await program.SaysAsync("Waiting for the database", Token);

        proxy.Restore();
        await program.SaysAsync("NewsWire is on", Token);
        program.Terminate();

        Assert.Equal(0, await program.EndAsync(Token));
    }

    [Fact]
    public async Task Told_to_stop_while_it_waits_the_program_ends_with_0()
    {
        await using var database = await TestDatabase.CreateAsync(Token);
        await using var proxy = new DatabaseProxy(database.ConnectionString);
        proxy.Cut();
        using var program = new ProgramUnderTest("serve", proxy.ConnectionString);
        await program.SaysAsync("Waiting for the database", Token);

        program.Terminate();

        Assert.Equal(0, await program.EndAsync(Token));
    }

    [Fact]
    public async Task Told_to_stop_while_the_database_is_away_the_program_ends_with_0()
    {
        await using var database = await TestDatabase.CreateAsync(Token);
        await using var proxy = new DatabaseProxy(database.ConnectionString);
        using var program = new ProgramUnderTest("serve", proxy.ConnectionString);
        await program.SaysAsync("NewsWire is on", Token);
        proxy.Cut();
        await program.SaysAsync("The database does not answer", Token);

        program.Terminate();

        Assert.Equal(0, await program.EndAsync(Token));
        Assert.DoesNotContain("   at ", program.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ingestion_that_fails_for_good_ends_the_program_with_1()
    {
        await using var database = await TestDatabase.CreateAsync(Token);
        await database.Database.ExecuteAsync("drop table source cascade", null, Token);
        using var program = new ProgramUnderTest("serve", database.ConnectionString);

        Assert.Equal(1, await program.EndAsync(Token));
        Assert.True(program.Errors.Contains("relation \"source\" does not exist", StringComparison.Ordinal), program.Said);
        Assert.DoesNotContain("   at ", program.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_database_that_does_not_write_ends_the_program_with_one_sentence()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(Token);
        await using (var source = NpgsqlDataSource.Create(database.ConnectionString))
        {
            await using var command = source.CreateCommand($"alter database {database.Name} set default_transaction_read_only = on");
            await command.ExecuteNonQueryAsync(Token);
        }
        using var program = new ProgramUnderTest("serve", database.ConnectionString);

        Assert.Equal(1, await program.EndAsync(Token));
        Assert.Equal(
            "The database of ConnectionStrings:NewsWire refused: cannot execute CREATE TABLE in a read-only transaction.", program.Said.Trim());
    }

    [Fact]
    public async Task A_start_whose_address_is_in_use_changes_no_sources()
    {
        await using var database = await TestDatabase.CreateAsync(Token);
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        using var program = new ProgramUnderTest("serve", database.ConnectionString, "--urls", $"http://{taken.LocalEndpoint}");

        Assert.Equal(1, await program.EndAsync(Token));
        Assert.Contains("address already in use", program.Errors, StringComparison.Ordinal);
        Assert.Equal(0, await database.Database.FindAsync<long>("select count(*) from source", null, Token));
    }

    [Fact]
    public async Task A_database_that_does_not_write_is_served_from_and_ingestion_waits()
    {
        await using var database = await TestDatabase.CreateAsync(Token);
        await database.Database.ExecuteAsync($"alter database {database.Name} set default_transaction_read_only = on", null, Token);
        using var program = new ProgramUnderTest("serve", database.ConnectionString);

        await program.SaysAsync("NewsWire is on", Token);
        await program.SaysAsync(
            "The database refuses writes: cannot execute INSERT in a read-only transaction. Ingestion waits; pages are served.", Token);
        program.Terminate();

        Assert.Equal(0, await program.EndAsync(Token));
    }

    private sealed class ProgramUnderTest : IDisposable
    {
        private readonly Process _process;
        private readonly StringBuilder _said = new();
        private readonly StringBuilder _errors = new();

        public ProgramUnderTest(string command, string connectionString, params string[] settings)
        {
            var start = new ProcessStartInfo("dotnet")
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            };
            foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "newswire.dll"), command }.Concat(settings))
                start.ArgumentList.Add(argument);
            start.Environment["ConnectionStrings__NewsWire"] = connectionString;
            start.Environment["Urls"] = "http://127.0.0.1:0";
            // The configured sources are real wires, which tests must not contact.
            foreach (var source in new[] { "inbox", "lelezard-en", "lelezard-fr", "prnewswire-all", "prnewswire-licensing", "prnewswire-foreign-policy" })
                start.Environment[$"Ingestion__Sources__{source}__Enabled"] = "false";
            _process = Process.Start(start)!;
            _process.OutputDataReceived += (_, line) => Keep(_said, line.Data);
            _process.ErrorDataReceived += (_, line) =>
            {
                Keep(_errors, line.Data);
                Keep(_said, line.Data);
            };
            _process.BeginOutputReadLine();
            _process.BeginErrorReadLine();
        }

        /// <summary>Both streams, in the order they came.</summary>
        public string Said => Text(_said);

        public string Errors => Text(_errors);

        public async Task SaysAsync(string words, CancellationToken token)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(token);
            limit.CancelAfter(TimeSpan.FromMinutes(2));
            while (!Said.Contains(words, StringComparison.Ordinal))
            {
                Assert.False(_process.HasExited, Said);
                await Task.Delay(20, limit.Token);
            }
        }

        public void Terminate()
        {
            using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            kill.WaitForExit();
        }

        /// <summary>The exit code.</summary>
        public async Task<int> EndAsync(CancellationToken token)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(token);
            limit.CancelAfter(TimeSpan.FromMinutes(2));
            await _process.WaitForExitAsync(limit.Token);
            return _process.ExitCode;
        }

        public void Dispose()
        {
            if (!_process.HasExited)
                _process.Kill();
            _process.Dispose();
        }

        private static void Keep(StringBuilder lines, string? line)
        {
            lock (lines)
                lines.Append(line is null ? "" : line + "\n");
        }

        private static string Text(StringBuilder lines)
        {
            lock (lines)
                return lines.ToString();
        }
    }
}
