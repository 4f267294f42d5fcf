using Microsoft.AspNetCore.Diagnostics;

namespace NewsWire.Web;

/// <summary>What every answer carries and no request may do: the rules that hold for pages, files and errors alike.</summary>
internal static class Guards
{
    private static readonly HeaderPolicyCollection Policy = PolicyWith(images: []);

    /// <summary>Adds the headers of every answer; a page that shows images of other hosts names them in <see cref="ImageHosts"/>.</summary>
    public static void AddGuards(this IServiceCollection services) =>
        services.AddSecurityHeaderPolicies()
            .SetDefaultPolicy(Policy)
            .SetPolicySelector(context => context.HttpContext.Features.Get<ImageHosts>() is { } images ? PolicyWith(images.Sources) : Policy);

    public static void UseGuards(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseDatabaseGuard();
        app.Use(OnlyReading);
    }

    private static HeaderPolicyCollection PolicyWith(IEnumerable<string> images) => new HeaderPolicyCollection()
        .AddContentSecurityPolicy(policy =>
        {
            policy.AddDefaultSrc().None();
            policy.AddScriptSrc().Self();
            policy.AddStyleSrc().Self();
            policy.AddFontSrc().Self();
            policy.AddImgSrc().Self().From(images);
            policy.AddConnectSrc().Self();
            policy.AddBaseUri().None();
            policy.AddFormAction().Self();
            policy.AddFrameAncestors().None();
        })
        .AddContentTypeOptionsNoSniff()
        .AddReferrerPolicyNoReferrer()
        .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
        .AddCrossOriginResourcePolicy(policy => policy.SameOrigin());

    // All pages are read-only, which one rule enforces in place of an antiforgery token in every form.
    private static Task OnlyReading(HttpContext context, RequestDelegate next)
    {
        // The error page is reached with the method of the request that failed.
        var failed = context.Features.Get<IStatusCodeReExecuteFeature>() is not null;
        if (failed || HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = "GET, HEAD";
        return Task.CompletedTask;
    }
}
