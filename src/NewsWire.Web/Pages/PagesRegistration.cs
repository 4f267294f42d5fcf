using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
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
            .Validate(options => TimeZoneInfo.TryFindSystemTimeZoneById(options.Zone, out _), "Web:Zone is not the name of a time zone.")
            .Validate(options => IsSite(options.PublicAddress), "Web:PublicAddress must be an http or https address without a path, such as https://news.example.com.")
            .ValidateOnStart();
        services.AddScoped<ReaderTime>();
        services.AddRazorPages(options => options.Conventions.ConfigureFilter(new IgnoreAntiforgeryTokenAttribute()));
        // é goes out as é: the pages are UTF-8 and half the readers of the source are people.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        // There are no forms and no cookies of ours to protect: keys live in memory, if anybody should ever ask for one,
        // and nothing is made ready in the user's home at the start.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        foreach (var early in services.Where(service => service.ImplementationType?.Name == "DataProtectionHostedService").ToList())
            services.Remove(early);
    }

    public static void MapPages(this WebApplication app)
    {
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
    }

    private static bool IsSite(string? address) =>
        string.IsNullOrEmpty(address) || (Addresses.IsWeb(address) && new Uri(address) is { PathAndQuery: "/", Fragment: "", UserInfo: "" });

    // The layout names our own files by their content, and a font never changes under its name.
    private static string Keep(HttpRequest request) =>
        request.Query.ContainsKey("v") || request.Path.StartsWithSegments("/fonts") ? $"public, max-age={AYear.TotalSeconds:0}, immutable" : "no-cache";
}
