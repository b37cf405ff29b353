using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Reelwright.Orchestrator.Results;

/// <summary>
/// A 200 with JSON that is written by hand. It is complete before the first byte is sent, so that an exception can still become a problem.
/// </summary>
internal sealed class JobAnswer(Action<Utf8JsonWriter> write) : IResult
{
    private const int TypicalBytes = 8 * 1024;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var buffer = new ArrayBufferWriter<byte>(TypicalBytes);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            write(json);
        }

        var response = httpContext.Response;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = buffer.WrittenCount;
        await response.Body.WriteAsync(buffer.WrittenMemory, httpContext.RequestAborted);
    }
}
