using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Reelwright.Hosting.Configuration;
using Reelwright.Services.Work;

namespace Reelwright.Services.Access;

/// <summary>
/// Demands the <c>SERVICE_TOKEN</c> when there is one, on every path but <c>/health</c> and the media files, whose URLs carry their own
/// permission.
/// </summary>
internal sealed class ServiceTokenMiddleware(RequestDelegate next, IOptions<ServiceAccessOptions> options)
{
    private const string Scheme = "Bearer ";

    private readonly byte[]? expected = options.Value.Token is { Length: > 0 } token ? Hash(token) : null;

    public Task InvokeAsync(HttpContext context)
    {
        if (expected is null || IsOpen(context.Request.Path) || HasToken(context.Request))
        {
            return next(context);
        }

        context.Response.Headers.WWWAuthenticate = "Bearer";
        return new ErrorAnswer(
            StatusCodes.Status401Unauthorized, ServiceErrorCodes.Unauthenticated, "This service needs its SERVICE_TOKEN as a bearer token.").ExecuteAsync(context);
    }

    private static bool IsOpen(PathString path) =>
        path == "/health" || path.StartsWithSegments("/media", StringComparison.Ordinal);

    private bool HasToken(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && CryptographicOperations.FixedTimeEquals(Hash(header[Scheme.Length..].Trim()), expected);
    }

    // Hashes have one length, so that the time of the comparison does not reveal the length of the token.
    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
