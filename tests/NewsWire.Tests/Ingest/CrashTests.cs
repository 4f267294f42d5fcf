using System.Diagnostics;
using NewsWire.Tests.Support;
using Xunit;

namespace NewsWire.Tests.Ingest;

/// <summary>The real program, killed repeatedly while it ingests a folder: no release may be lost or stored twice.</summary>
public sealed class CrashTests
{
    private const int Documents = 400;
    private const int Kills = 4;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_document_is_stored_once_after_repeated_kills()
    {
        await using var database = await TestDatabase.CreateAsync(Token);
        var inbox = Directory.CreateTempSubdirectory("newswire-crash-");
        try
        {
            foreach (var number in Enumerable.Range(1, Documents))
            {
                var page = InventedWire.LeLezardPage($"Crash release {number} of the series", ReleaseBuilder.Words(number), number % 3 == 0 ? "LIC, FOR" : "AWD");
                await File.WriteAllTextAsync(Path.Combine(inbox.FullName, $"news-crash-{23_000_000 + number}.html"), page, Token);
            }
            for (var kill = 1; kill <= Kills; kill++)
            {
                await RunUntilAsync(database, inbox.FullName, $"select count(*) >= {Documents * kill / (Kills + 2)} from document where state = 'taken'");
            }
            await RunUntilAsync(database, inbox.FullName, $"select count(*) = {Documents} from document where state = 'taken'");

            Assert.Equal(Documents, await CountAsync(database, "select count(*) from release"));
            Assert.Equal(Documents, await CountAsync(database, "select count(distinct native_id) from release"));
            Assert.Equal(Documents, await CountAsync(database, "select count(*) from release_body"));
            Assert.Equal(Documents, await CountAsync(database, "select releases from wire where key = 'prnewswire'"));
            Assert.Equal(Documents / 3, await CountAsync(database, "select releases from subject where scheme = 'prn' and code = 'LIC'"));
            Assert.Equal(0, await CountAsync(database, "select count(*) from release r where not exists (select 1 from release_term t where t.release_id = r.id)"));
        }
        finally
        {
            inbox.Delete(recursive: true);
        }
    }

    private static async Task RunUntilAsync(TestDatabase database, string inbox, string question)
    {
        using var program = Start(database.ConnectionString, inbox);
        try
        {
            await UntilAsync(database, question);
        }
        finally
        {
            program.Kill();
            await program.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static Process Start(string connectionString, string inbox)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "newswire.dll"));
        start.ArgumentList.Add("serve");
        start.Environment["ConnectionStrings__NewsWire"] = connectionString;
        start.Environment["Web__Enabled"] = "false";
        start.Environment["Urls"] = "http://127.0.0.1:0";
        start.Environment["Ingestion__Lease"] = "00:00:02";
        // The configured sources are real wires, which tests must not contact.
        foreach (var key in new[] { "lelezard-en", "lelezard-fr", "prnewswire-all", "prnewswire-licensing", "prnewswire-foreign-policy" })
            start.Environment[$"Ingestion__Sources__{key}__Enabled"] = "false";
        start.Environment["Ingestion__Sources__inbox__Address"] = inbox;
        var program = Process.Start(start)!;
        program.OutputDataReceived += (_, _) => { };
        program.ErrorDataReceived += (_, _) => { };
        program.BeginOutputReadLine();
        program.BeginErrorReadLine();
        return program;
    }

    private static async Task UntilAsync(TestDatabase database, string question)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(TimeSpan.FromMinutes(3));
        while (!await database.Database.FindAsync<bool>(question, null, limit.Token))
            await Task.Delay(20, limit.Token);
    }

    private static Task<long> CountAsync(TestDatabase database, string sql) => database.Database.FindAsync<long>(sql, null, Token)!;
}
