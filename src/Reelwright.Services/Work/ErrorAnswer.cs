using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Reelwright.Contracts.Services;

namespace Reelwright.Services.Work;

/// <summary>An error envelope, for refusals of a call.</summary>
public sealed class ErrorAnswer(int status, string code, string message, bool retryable = false, TimeSpan? retryAfter = null) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = JsonAnswer.MediaType;
        if (retryAfter is { } wait)
        {
            response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
        }

        var error = new ServiceError { Code = code, Message = message, Retryable = retryable };
        await response.Body.WriteAsync(Write(error, seconds: 0), httpContext.RequestAborted);
    }

    internal static byte[] Write(ServiceError error, double seconds) => JsonSerializer.SerializeToUtf8Bytes(
        new Envelope<JsonElement?> { Success = false, Error = error, Cost = 0m, ProcessingTime = Math.Round(seconds, 3) },
        EnvelopeJson.Wire.EnvelopeNullableJsonElement);
}
