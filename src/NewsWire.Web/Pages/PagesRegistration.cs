using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace NewsWire.Web.Pages;

/// <summary>Adds the pages and their files.</summary>
internal static class PagesRegistration
{
    private static readonly TimeSpan AYear = TimeSpan.FromDays(365);

    public static void AddPages(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddOptions<WebOptions>().BindConfiguration("Web")
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebOptions>, WebRules>();
        services.AddScoped<ReaderTime>();
        // No answer holds a secret beside what a request sent, so compression over HTTPS gives nothing away.
        services.AddResponseCompression(options => options.EnableForHttps = true);
        services.AddRazorPages(options => options.Conventions.ConfigureFilter(new IgnoreAntiforgeryTokenAttribute()));
        // Do not HTML-encode non-ASCII letters: responses are UTF-8.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        // No form or cookie needs protection: data protection keys stay in memory, and none are written to the user's home.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        foreach (var early in services.Where(service => service.ImplementationType?.Name == "DataProtectionHostedService").ToList())
            services.Remove(early);
    }

    public static void MapPages(this WebApplication app)
    {
        app.UseResponseCompression();
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = Keep(file.Context.Request) });
        // A list changes with every release, and a page shows the reader's own zone.
        app.Use((context, next) =>
        {
            context.Response.Headers.CacheControl = "private, no-cache";
            context.Response.Headers.Vary = "Cookie";
            return next(context);
        });
        app.UseRouting();
        app.MapRazorPages();
        app.MapDensity();
    }

    // The layout names our own files by their content, and a font never changes under its name.
    private static string Keep(HttpRequest request) =>
        request.Query.ContainsKey("v") || request.Path.StartsWithSegments("/fonts") ? $"public, max-age={AYear.TotalSeconds:0}, immutable" : "no-cache";
}
