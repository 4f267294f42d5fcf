using System.CommandLine;
using NewsWire.Ingest;

namespace NewsWire.Web.Commands;

/// <summary>newswire sources: what is configured to be read, and a trial of one of them.</summary>
internal static class SourcesCommand
{
    public static Command Create(TimeProvider time)
    {
        var list = new Command("list", "Show every configured source.");
        list.SetAction((_, _) => CommandTrouble.SaidAsync(() =>
        {
            foreach (var source in Settings().Sources)
                Console.WriteLine($"{source.Key,-26} {source.Wire,-12} {source.Kind,-7} {(source.Enabled ? "on " : "off")} every {source.Every,-9:g} {source.Address}");
            return Task.FromResult(0);
        }));

        var key = new Argument<string>("SOURCE") { Description = "The key of a configured source, or any address." };
        var test = new Command("test", "Ask a source once and show what came back; nothing is stored.") { key };
        test.SetAction((result, token) => CommandTrouble.SaidAsync(async () =>
        {
            var (configuration, sample, sources) = Settings();
            var asked = result.GetValue(key)!;
            var source = sources.FirstOrDefault(source => source.Key.Equals(asked, StringComparison.OrdinalIgnoreCase))
                ?? (Uri.TryCreate(asked, UriKind.Absolute, out _) ? new SourceOptions { Key = asked, Wire = "", Kind = "feed", Address = asked } : null);
            if (source is null)
            {
                Console.WriteLine($"No source is called {asked}; “newswire sources list” shows them all.");
                return 1;
            }
            var (lines, succeeded) = await SourceInspection.TestAsync(source, configuration, sample, time, token);
            foreach (var line in lines)
                Console.WriteLine(line);
            return succeeded ? 0 : 1;
        }));
        return new Command("sources", "The places NewsWire reads from.") { list, test };
    }

    private static (IConfiguration Configuration, ISampleWire? Sample, IReadOnlyList<SourceOptions> Sources) Settings()
    {
        var builder = NewsWireServer.CreateBuilder([]);
        NewsWireServer.AddIngestion(builder);
        using var services = builder.Services.BuildServiceProvider();
        var sample = services.GetService<ISampleWire>();
        var configured = services.GetRequiredService<IngestionOptions>().Sources.Values;
        return (builder.Configuration, sample, [.. configured, .. sample?.Sources ?? []]);
    }
}
