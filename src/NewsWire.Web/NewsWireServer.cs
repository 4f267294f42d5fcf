using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NewsWire.Data;
using NewsWire.Data.PrivateServer;
using NewsWire.Ingest;
using NewsWire.Web.Pages;
using NewsWire.Web.Reading;
using NewsWire.Web.SampleWire;

namespace NewsWire.Web;

/// <summary>Puts the server together from its parts; the command line and the tests start it alike.</summary>
public static class NewsWireServer
{
    private const string DefaultAddress = "http://localhost:5080";

    /// <summary>A server on a database, ready to run.</summary>
    /// <param name="args">Settings as on the command line: --urls http://127.0.0.1:0.</param>
    /// <param name="adjust">What a test replaces before the parts are added: the clock, a setting.</param>
    public static WebApplication Build(string[] args, string connectionString, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = CreateBuilder(args);
        adjust?.Invoke(builder);
        return Build(builder, () => connectionString);
    }

    /// <param name="connectionString">Asked for when the database is first needed.</param>
    internal static WebApplication Build(WebApplicationBuilder builder, Func<string> connectionString)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddGuards();
        builder.Services.AddDatabase(connectionString);
        builder.Services.AddOptions<DatabaseOptions>().BindConfiguration("Database");
        var web = builder.Configuration.GetSection("Web").Get<WebOptions>() ?? new WebOptions();
        if (web.Enabled)
        {
            builder.Services.AddReading();
            builder.Services.AddPages();
        }

        if (builder.Configuration.GetValue("Ingestion:Enabled", true))
            AddIngestion(builder);
        var app = builder.Build();
        app.UseGuards();
        app.MapHealth();
        if (web.Enabled)
            app.MapPages();
        return app;
    }

    /// <summary>Checks every setting; needs no database.</summary>
    /// <exception cref="OptionsValidationException">A setting has a value that is not valid.</exception>
    /// <exception cref="FormatException">A setting of the outgoing client is not valid.</exception>
    internal static void Validate(WebApplication app)
    {
        app.Services.GetService<IStartupValidator>()?.Validate();
        SourceInspection.Validate(app.Services);
    }

    internal static void AddIngestion(WebApplicationBuilder builder)
    {
        if (builder.Configuration.GetSection("SampleWire").Get<SampleWireOptions>()?.Enabled == true)
            builder.Services.AddSampleWire();
        if (string.IsNullOrWhiteSpace(builder.Configuration["Ingestion:FolderRoot"]))
            builder.Configuration["Ingestion:FolderRoot"] = DataFolder.Root(builder.Configuration["PrivateServer:DataFolder"]);
        builder.Services.AddIngestion(builder.Configuration);
    }

    /// <exception cref="OptionsValidationException">A setting is unknown, or its value cannot be read.</exception>
    internal static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            // Named explicitly, because a test host is another program; files are found beside the program, wherever it is started.
            ApplicationName = typeof(NewsWireServer).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        SettingsCheck.Check(builder.Configuration, args);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        string[] told = ["urls", "http_ports", "https_ports"];
        if (told.All(key => string.IsNullOrEmpty(builder.Configuration[key])) && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
            builder.WebHost.UseUrls(DefaultAddress);
        return builder;
    }
}
