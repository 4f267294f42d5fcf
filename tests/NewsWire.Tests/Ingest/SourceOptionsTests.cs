using Microsoft.Extensions.Configuration;
using NewsWire.Ingest;
using Xunit;

namespace NewsWire.Tests.Ingest;

public sealed class SourceOptionsTests
{
    // The compose file adds its inbox so: by a number it would overwrite a source of the settings file instead.
    [Fact]
    public void A_source_may_be_added_under_a_word_beside_numbered_ones()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Ingestion:Sources:inbox:Key"] = "inbox",
            ["Ingestion:Sources:inbox:Wire"] = "other",
            ["Ingestion:Sources:inbox:Kind"] = "folder",
            ["Ingestion:Sources:inbox:Address"] = "/inbox",
            ["Ingestion:Sources:inbox:Every"] = "00:00:05",
            ["Ingestion:Sources:0:Key"] = "first",
            ["Ingestion:Sources:0:Wire"] = "prnewswire",
            ["Ingestion:Sources:0:Kind"] = "feed",
            ["Ingestion:Sources:0:Address"] = "https://wire.example/feed",
        }).Build();

        var options = configuration.GetSection("Ingestion").Get<IngestionOptions>()!;

        Assert.Equal(["first", "inbox"], options.Sources.Select(source => source.Key));
        Assert.Equal(TimeSpan.FromSeconds(5), options.Sources[1].Every);
    }
}
