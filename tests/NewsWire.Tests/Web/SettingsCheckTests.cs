using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using NewsWire.Web;
using Xunit;

namespace NewsWire.Tests.Web;

/// <summary>Settings that would be ignored, or cannot be read, end the start with the nearest right one.</summary>
public sealed class SettingsCheckTests
{
    [Theory]
    [InlineData("Ingestion:Worker", "Ingestion:Workers")]
    [InlineData("ingestoin:workers", "Ingestion:Workers")]
    [InlineData("Web:Workers", "Ingestion:Workers")]
    [InlineData("SampleWire:Enable", "SampleWire:Enabled")]
    [InlineData("PrivateServer:DataFolders", "PrivateServer:DataFolder")]
    [InlineData("ConnectionString:NewsWire", "ConnectionStrings:NewsWire")]
    [InlineData("ConnectionStrings:NewsWires", "ConnectionStrings:NewsWire")]
    [InlineData("Ingestion:Sources:inbox:Evry", "Ingestion:Sources:inbox:Every")]
    public void An_unknown_setting_is_refused_with_the_nearest(string name, string nearest) =>
        Assert.Equal([$"{name} is not a setting. Did you mean {nearest}?"], Failures([], (name, "8")));

    [Theory]
    [InlineData("Web:Colour", "red", " is not a setting.")]
    [InlineData("Ingestion:AllowedNetworks", "10.0.0.0/8", " takes no value of its own. Set Ingestion:AllowedNetworks:0.")]
    [InlineData("Ingestion:Workers", "many", " is “many”. It must be a whole number.")]
    [InlineData("Ingestion:Workers", "", " is “”. It must be a whole number.")]
    [InlineData("Ingestion:Idle", "1s", " is “1s”. It must be a time such as 00:00:30.")]
    [InlineData("Ingestion:Sources:inbox:Enabled", "nope", " is “nope”. It must be true or false.")]
    public void A_setting_that_would_not_work_is_refused(string name, string value, string expected) =>
        Assert.Equal([name + expected], Failures([], (name, value)));

    [Theory]
    [InlineData("Ingestion:Workers", "8")]
    [InlineData("INGESTION:SOURCES:PRNEWSWIRE-ALL:EVERY", "00:05:00")]
    [InlineData("Ingestion:AllowedNetworks", "")]
    [InlineData("Ingestion:AllowedNetworks:0", "10.0.0.0/8")]
    [InlineData("ConnectionStrings:Other", "Host=other")]
    [InlineData("Serilog:MinimumLevel:Default", "Debug")]
    [InlineData("Some:Program:Of:Others", "1")]
    [InlineData("WEB", "1")]
    public void What_is_known_or_none_of_its_business_passes(string name, string value) => Assert.Empty(Failures([], (name, value)));

    [Theory]
    [InlineData("--ingestion:workers", "ingestion:workers has no value. It is given as in --ingestion:workers=VALUE.")]
    [InlineData("--Web:Enabled --urls http://localhost:1", "Web:Enabled has no value. It is given as in --Web:Enabled=VALUE.")]
    [InlineData("--url http://localhost:1", "url is not a setting. Did you mean urls?")]
    [InlineData("--hlep", "hlep is not a setting. Did you mean help?")]
    [InlineData("--Workers 8", "Workers is not a setting. Did you mean Ingestion:Workers?")]
    [InlineData("--Ingestion:Workers=8 nonsense", "“nonsense” is not understood. Settings are given as in --Ingestion:Workers 8.")]
    public void A_mistyped_argument_is_refused(string arguments, string expected) =>
        Assert.Equal([expected], Failures(arguments.Split(' ')));

    [Fact]
    public void Arguments_of_every_form_pass() =>
        Assert.Empty(Failures(
            ["--urls", "http://localhost:1", "--Ingestion:Workers=8", "/Web:Zone", "UTC", "Web:Enabled=false", "--environment", "Development"]));

    private static IEnumerable<string> Failures(string[] arguments, params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)))
            .Build();
        try
        {
            SettingsCheck.Check(configuration, arguments);
            return [];
        }
        catch (OptionsValidationException refused)
        {
            return refused.Failures;
        }
    }
}
