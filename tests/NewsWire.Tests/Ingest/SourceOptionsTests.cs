using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsWire.Ingest;
using Xunit;

namespace NewsWire.Tests.Ingest;

/// <summary>Sources as they are bound from settings and checked when the program starts.</summary>
public sealed class SourceOptionsTests
{
    // What appsettings.json says of two sources, before an operator's settings.
    private static readonly Dictionary<string, string?> Shipped = new()
    {
        ["Ingestion:Sources:inbox:Wire"] = "other",
        ["Ingestion:Sources:inbox:Kind"] = "folder",
        ["Ingestion:Sources:inbox:Address"] = "inbox",
        ["Ingestion:Sources:news:Wire"] = "prnewswire",
        ["Ingestion:Sources:news:Kind"] = "feed",
        ["Ingestion:Sources:news:Address"] = "https://wire.example/feed",
    };

    [Fact]
    public void A_source_has_its_member_name_as_key() =>
        Assert.Equal(["inbox", "news"], Bind([]).Sources.Values.Select(source => source.Key));

    [Fact]
    public void One_setting_changes_one_source()
    {
        // Environment variables are often written in upper case throughout.
        var sources = Bind(new() { ["INGESTION:SOURCES:INBOX:EVERY"] = "00:00:05", ["Ingestion:Sources:news:Enabled"] = "false" }).Sources;

        Assert.Equal(2, sources.Count);
        var inbox = sources["inbox"];
        Assert.Equal(("inbox", "inbox", TimeSpan.FromSeconds(5), true), (inbox.Key, inbox.Address, inbox.Every, inbox.Enabled));
        Assert.False(sources["news"].Enabled);
    }

    [Fact]
    public void A_numbered_source_has_the_key_it_states() =>
        Assert.Equal(["Mine", "inbox", "news"], Bind(Numbered("Mine")).Sources.Values.Select(source => source.Key));

    [Fact]
    public void A_source_may_repeat_its_name_as_key() =>
        Assert.Equal("inbox", Bind(new() { ["Ingestion:Sources:inbox:Key"] = "inbox" }).Sources["inbox"].Key);

    [Theory]
    [InlineData("inbox")]
    [InlineData("INBOX")]
    public void A_key_said_twice_is_named_with_both_places(string key)
    {
        var failure = Assert.Single(Failures(Numbered(key)));

        Assert.Contains("Ingestion:Sources:0 and Ingestion:Sources:inbox both have the key", failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("inbox:Kind", "fedd", ":Kind is “fedd”. It can be feed, list or folder.")]
    [InlineData("inbox:Address", "https://h.example/feed?apikey=s3cret", ":Address is a web address, and the source is a folder. Set Ingestion:Sources:inbox:Kind to feed or list, or")]
    [InlineData("inbox:Kind", "", ":Kind is missing. Kind can be feed, list or folder.")]
    [InlineData("news:Wire", "prnewswyre", ":Wire is “prnewswyre”, which is not a known wire. Did you mean prnewswire?")]
    [InlineData("news:Wire", "", ":Wire is missing.")]
    [InlineData("news:Address", "", ":Address is missing.")]
    [InlineData("news:Address", "ftp://user:secret@wire.example/", ":Address is not an http or https address, which a feed needs.")]
    [InlineData("news:Zone", "Europe/Pariss", ":Zone is “Europe/Pariss”, which is not a known time zone. Did you mean Europe/Paris?")]
    [InlineData("news:Zone", "Paris", ":Zone is “Paris”, which is not a known time zone. Did you mean Europe/Paris?")]
    [InlineData("inbx:Every", "00:00:05", " is not a source: it has no Wire, Kind or Address. Did you mean Ingestion:Sources:inbox?")]
    [InlineData("nws:Kind", "feed", ":Wire and Ingestion:Sources:nws:Address are missing. Did you mean Ingestion:Sources:news?")]
    [InlineData("3:Enabled", "false", " is not a source: it has no Wire, Kind or Address. Sources are set by name")]
    public void What_is_wrong_names_the_setting(string setting, string value, string expected)
    {
        var failure = Assert.Single(Failures(new() { [$"Ingestion:Sources:{setting}"] = value }));

        Assert.StartsWith($"Ingestion:Sources:{setting.Split(':')[0]}{expected}", failure, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure, StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> Numbered(string key) => new()
    {
        ["Ingestion:Sources:0:Key"] = key,
        ["Ingestion:Sources:0:Wire"] = "other",
        ["Ingestion:Sources:0:Kind"] = "folder",
        ["Ingestion:Sources:0:Address"] = "/inbox",
    };

    private static IEnumerable<string> Failures(Dictionary<string, string?> settings) =>
        Assert.Throws<OptionsValidationException>(() => Bind(settings)).Failures;

    private static IngestionOptions Bind(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Shipped).AddInMemoryCollection(settings).Build();
        using var services = new ServiceCollection().AddLogging().AddIngestion(configuration).BuildServiceProvider();
        return services.GetRequiredService<IngestionOptions>();
    }
}
