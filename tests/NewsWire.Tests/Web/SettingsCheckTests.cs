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
    [InlineData("Ingestion:Source:inbox:Every", "Ingestion:Sources:inbox:Every")]
    public void An_unknown_setting_is_refused_with_the_nearest(string name, string nearest) =>
        Assert.Equal([$"{name} is not a setting. Did you mean {nearest}?"], Failures([], (name, "8")));

    [Theory]
    [InlineData("Web:Colour", "red", " is not a setting. Set Web:Enabled, Web:Zone, Web:PublicAddress or Web:Images.")]
    [InlineData("Ingestion:Sources:inbox", "x", " takes no value of its own. Set Ingestion:Sources:inbox:Key, Ingestion:Sources:inbox:Wire, "
        + "Ingestion:Sources:inbox:Kind, Ingestion:Sources:inbox:Address, Ingestion:Sources:inbox:Every, Ingestion:Sources:inbox:Zone or "
        + "Ingestion:Sources:inbox:Enabled.")]
    [InlineData("Ingestion:AllowedNetworks", "10.0.0.0/8", " takes no value of its own. Set Ingestion:AllowedNetworks:0.")]
    [InlineData("Ingestion:Workers", "many", " is “many”. It must be a whole number.")]
    [InlineData("Ingestion:Workers", "", " is “”. It must be a whole number.")]
    [InlineData("Ingestion:Idle", "1s", " is “1s”. It must be a time as hours:minutes:seconds, such as 00:00:30; a day is 1.00:00:00.")]
    [InlineData("Ingestion:Idle", "5", " is “5”. It must be a time as hours:minutes:seconds, such as 00:00:30; a day is 1.00:00:00.")]
    [InlineData("Ingestion:Sources:inbox:Every", "48:00:00",
        " is “48:00:00”. It must be a time as hours:minutes:seconds, such as 00:00:30; a day is 1.00:00:00.")]
    [InlineData("Ingestion:Sources:inbox:Every", "00:00:00", " is “00:00:00”. It must be between 00:00:00.1 and 365.00:00:00.")]
    [InlineData("Ingestion:Workers", "0", " is “0”. It must be between 1 and 64.")]
    [InlineData("Ingestion:Lease", "00:00:00.5", " is “00:00:00.5”. It must be between 00:00:01 and 1.00:00:00.")]
    [InlineData("Ingestion:MaximumBytes", "-5", " is “-5”. It must be between 1024 and 67108864.")]
    [InlineData("Ingestion:MaximumRedirects", "-1", " is “-1”. It must be between 0 and 50.")]
    [InlineData("Ingestion:Spacing", "-00:00:01", " is “-00:00:01”. It must be between 00:00:00 and 01:00:00.")]
    [InlineData("Database:PageLimit", "00:00:00", " is “00:00:00”. It must be between 00:00:00.1 and 01:00:00.")]
    [InlineData("Ingestion:Sources:inbox:Enabled", "nope", " is “nope”. It must be true or false.")]
    public void A_setting_that_would_not_work_is_refused(string name, string value, string expected) =>
        Assert.Equal([name + expected], Failures([], (name, value)));

    [Fact]
    public void Every_number_and_time_has_a_range_that_its_default_is_in()
    {
        var ranged = KnownSettings.All.Where(setting => setting.Type == typeof(int) || setting.Type == typeof(TimeSpan)).ToList();

        Assert.NotEmpty(ranged);
        Assert.All(ranged, setting => Assert.True(setting.Range is not null, string.Join(':', setting.Parts)));
        foreach (var (section, type) in KnownSettings.Sections)
        {
            var defaults = Activator.CreateInstance(type)!;
            foreach (var setting in ranged.Where(setting => string.Join(':', setting.Parts[..^1]) == section))
            {
                if (type.GetProperty(setting.Parts[^1]) is { } property)
                    Assert.True(setting.Range!.IsValid(property.GetValue(defaults)), property.Name);
            }
        }
    }

    [Theory]
    [InlineData("nonsense", "which is not an address")]
    [InlineData("localhost:5080", "which is not an address")]
    [InlineData("http://", "which is not an address")]
    [InlineData("ftp://localhost:5080", "which begins with neither http:// nor https://")]
    [InlineData("http://localhost:5080/news", "which has a path; pages are served from the root")]
    [InlineData("http://127.0.0.1:99999", "whose port is not between 0 and 65535")]
    [InlineData("http://localhost:port", "whose host or port is not valid")]
    public void An_address_that_cannot_be_served_is_refused(string address, string problem)
    {
        const string advice = "It must be an address such as http://localhost:5080 or http://0.0.0.0:8080.";

        Assert.Equal([$"urls has “{address}”, {problem}. {advice}"], Failures([], ("urls", $"http://localhost:5080;{address}")));
        Assert.Equal([$"Kestrel:Endpoints:a:Url has “{address}”, {problem}. {advice}"], Failures([], ("Kestrel:Endpoints:a:Url", address)));
    }

    [Fact]
    public void A_port_that_is_none_is_refused() =>
        Assert.Equal(
            ["http_ports has “many”. It must be a port from 0 to 65535, or several separated by semicolons."],
            Failures([], ("http_ports", "8080;many")));

    [Theory]
    [InlineData("http://*:8080;https://+:8443")]
    [InlineData("http://[::1]:5080")]
    [InlineData("http://news.example.com")]
    [InlineData("http://unix:/run/newswire.sock")]
    public void Addresses_that_Kestrel_serves_pass(string addresses) => Assert.Empty(Failures([], ("urls", addresses)));

    [Theory]
    [InlineData("Ingestion:Workers", "8")]
    [InlineData("Ingestion:Idle", "0:05")]
    [InlineData("Ingestion:Sources:inbox:Every", "2.12:00:00")]
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
    [InlineData("--Ingestion false", "Ingestion takes no value of its own. Did you mean Ingestion:Enabled?")]
    [InlineData("--SampleWire=true", "SampleWire takes no value of its own. Set SampleWire:Enabled.")]
    [InlineData("--Web x", "Web takes no value of its own. Set Web:Enabled, Web:Zone, Web:PublicAddress or Web:Images.")]
    [InlineData("--ConnectionStrings Host=db", "ConnectionStrings takes no value of its own. Set ConnectionStrings:NewsWire.")]
    [InlineData("--Kestrel x", "Kestrel takes no value of its own.")]
    [InlineData("--urls:x http://localhost:1", "urls:x is not a setting.")]
    [InlineData("--Ingestion__Workers 8", "Ingestion__Workers is not a setting. Did you mean Ingestion:Workers?")]
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
