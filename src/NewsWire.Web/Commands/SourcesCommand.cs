using System.CommandLine;
using Microsoft.Extensions.Options;
using NewsWire.Data;
using NewsWire.Ingest;
using NewsWire.Ingest.Store;
using NewsWire.Web.Pages;
using Npgsql;

namespace NewsWire.Web.Commands;

/// <summary>newswire sources: lists the configured sources, tests one, has one checked. Takes the settings that serve takes.</summary>
internal static class SourcesCommand
{
    private static readonly TimeSpan Taken = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Answered = TimeSpan.FromSeconds(40);

    public static Command Create(TimeProvider time) => new("sources", "List, test or check the configured sources.") { List(), Test(), Fetch(time) };

    private static Command List()
    {
        var given = CommandLine.Settings();
        var list = new Command("list", "List the configured sources.") { given };
        list.SetAction((result, _) => CommandTrouble.SaidAsync(async () =>
        {
            await using var settings = Open(result.GetValue(given) ?? []);
            foreach (var source in Configured(settings))
                Console.WriteLine($"{source.Key,-26} {source.Wire,-14} {source.Kind,-6} {(source.Enabled ? "on " : "off")} every {SourceWording.Every(source.Every),-7} {Secrets.OnOneLine(source.Address)}");
            return 0;
        }));
        return list;
    }

    private static Command Test()
    {
        var key = new Argument<string>("SOURCE") { Description = "A configured source's key, or an http or https address." };
        var given = CommandLine.Settings();
        var test = new Command("test", "Check a source from this machine and print the result; nothing is stored.") { key, given };
        test.SetAction((result, token) => CommandTrouble.SaidAsync(async () =>
        {
            await using var settings = Open(result.GetValue(given) ?? []);
            var asked = result.GetValue(key)!;
            var sources = Configured(settings);
            var source = Find(sources, asked)
                ?? (asked.Contains("://", StringComparison.Ordinal) && Uri.TryCreate(asked, UriKind.Absolute, out _) ? new SourceOptions { Key = asked, Wire = "", Kind = "feed", Address = asked } : null);
            if (source is null)
                return LooksLikeAddress(asked)
                    ? Refuse($"\"{Secrets.OnOneLine(asked)}\" is neither the key of a source nor an address: an address begins with http:// or https://.")
                    : Unknown(asked, sources.Select(known => known.Key));
            var check = await SourceInspection.CheckAsync(settings.Services, source, token);
            Console.WriteLine($"Checked {check.Checked}");
            foreach (var (number, line) in check.Lines.Index())
                Console.WriteLine(Secrets.Redact(number == 0 && check.Failure is { } kind ? $"{SourceWording.Label(kind, check.StatusCode)}. {line}" : line));
            return check.Failure is null ? 0 : 1;
        }));
        return test;
    }

    private static Command Fetch(TimeProvider time)
    {
        var key = new Argument<string>("SOURCE") { Description = "A configured source's key." };
        var given = CommandLine.Settings();
        var fetch = new Command("fetch", "Have the running NewsWire check a source now, and print the result.") { key, given };
        fetch.SetAction((result, token) => CommandTrouble.SaidAsync(async () =>
        {
            await using var settings = Open(result.GetValue(given) ?? []);
            await using var store = new DataStore(settings.Configuration);
            await store.OpenAsync(settings.Logger, time, token);
            await using var database = NpgsqlDataSource.Create(store.ConnectionString);
            return await FetchAsync(result.GetValue(key)!, settings, database, time, token);
        }));
        return fetch;
    }

    private static async Task<int> FetchAsync(string asked, WebApplication settings, NpgsqlDataSource database, TimeProvider time, CancellationToken token)
    {
        if (!await Schema.IsCurrentAsync(database, token))
            return Refuse("The database has no tables of this version yet. Start NewsWire, or run newswire migrate.");
        var configured = Configured(settings);
        var requests = new SourceRequests(new Database(database), time);
        if (await requests.FindAsync(asked, token) is not { Configured: true } source)
        {
            if (Find(configured, asked) is not { } known)
                return Unknown(asked, configured.Select(other => other.Key).Concat(await requests.KeysAsync(token)));
            return Refuse($"{known.Key} was not checked: no running NewsWire has it. It is checked when NewsWire is started with these settings.");
        }
        if (!source.Enabled)
            return Refuse($"{source.Key} is switched off. Set Ingestion:Sources:{source.Key}:Enabled to true and restart NewsWire.");
        if (await requests.CheckAsync(source, Taken, Answered, token) is not { } state)
            return Refuse($"{source.Key} was not checked: no running NewsWire took it within {Taken.TotalSeconds:0} seconds. It is due, and is checked when one runs.");
        if (state.Held)
            Console.WriteLine($"{source.Key} was not checked: its host asked NewsWire to wait. It will be checked {Clock(state.DueAt, settings, time)}.");
        else if (state.Checking)
            Console.WriteLine($"{source.Key} is being checked; its result will be on /wires.");
        else if (state.Failure is { } kind)
            return Refuse(Secrets.OnOneLine($"{source.Key}: {SourceWording.Label(kind, state.StatusCode)}. {state.Answer} {state.Remedy}"));
        else
            Console.WriteLine(Secrets.OnOneLine($"{source.Key}: OK. {state.Answer}"));
        return 0;
    }

    // As /wires shows it to a reader without a zone of their own.
    private static string Clock(DateTimeOffset instant, WebApplication settings, TimeProvider time)
    {
        var web = settings.Configuration.GetSection("Web").Get<WebOptions>() ?? new WebOptions();
        return $"{SourceWording.When(instant, new ReaderTime(new HttpContextAccessor(), time, Options.Create(web)))} {web.Zone}";
    }

    private static SourceOptions? Find(IEnumerable<SourceOptions> sources, string key) => sources.FirstOrDefault(source => source.Key.Equals(key, StringComparison.OrdinalIgnoreCase));

    private static bool LooksLikeAddress(string asked) => asked.IndexOfAny(['/', '?', '@']) >= 0;

    private static int Unknown(string asked, IEnumerable<string> known) =>
        Refuse($"No source has the key \"{Secrets.OnOneLine(asked)}\".{NearestName.Question(asked, known)} \"newswire sources list\" shows all of them.");

    private static int Refuse(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return 1;
    }

    private static IReadOnlyList<SourceOptions> Configured(WebApplication settings) =>
        [.. settings.Services.GetRequiredService<IngestionOptions>().Sources.Values, .. settings.Services.GetService<ISampleWire>()?.Sources ?? []];

    // The server as serve builds and validates it, not started; the address of its database is not used.
    private static WebApplication Open(string[] args)
    {
        var builder = NewsWireServer.CreateBuilder(args);
        builder.Logging.ClearProviders();
        builder.Configuration["Ingestion:Enabled"] = "true";
        // Refuses the connection string that serve would refuse; nothing is connected.
        _ = DataStore.Given(builder.Configuration);
        var app = NewsWireServer.Build(builder, () => "Host=localhost");
        NewsWireServer.Validate(app);
        return app;
    }
}
