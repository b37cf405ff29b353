using Microsoft.AspNetCore.Http;

namespace Reelwright.Services.Work;

/// <summary>A body that is JSON text already, such as a stored envelope.</summary>
internal sealed class JsonAnswer(int status, byte[] body) : IResult
{
    public const string MediaType = "application/json; charset=utf-8";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = MediaType;
        httpContext.Response.ContentLength = body.Length;
        await httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted);
    }
}
