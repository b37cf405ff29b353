using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Reelwright.Hosting.Web;

/// <summary>
/// Adds security headers for browsers to every response. A header that an endpoint sets itself, as a page or a media file does, stays.
/// </summary>
internal static class SecurityHeaders
{
    public static IReadOnlyList<(string Name, string Value)> Defaults { get; } =
    [
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "no-referrer"),
        ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Cache-Control", "no-store"),
    ];

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use(next => context =>
    {
        context.Response.OnStarting(static state => Add((HttpContext)state), context);
        return next(context);
    });

    private static Task Add(HttpContext context)
    {
        var headers = context.Response.Headers;
        foreach (var (name, value) in Defaults)
        {
            headers.TryAdd(name, value);
        }

        if (context.Request.IsHttps)
        {
            headers.TryAdd("Strict-Transport-Security", "max-age=31536000");
        }

        return Task.CompletedTask;
    }
}
