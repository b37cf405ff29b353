using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Reelwright.Hosting.Problems;

namespace Reelwright.Orchestrator.Input;

/// <summary>Outcome of reading a body.</summary>
internal abstract record JsonBodyOutcome
{
    private JsonBodyOutcome()
    {
    }

    public sealed record Read(JsonElement Root) : JsonBodyOutcome;

    public sealed record Empty : JsonBodyOutcome;

    public sealed record Refused(ProblemResult Problem) : JsonBodyOutcome;
}

/// <summary>Reads a small JSON body. The outcome is always a value: JSON, nothing, or the problem to answer with.</summary>
internal static class JsonBody
{
    public const int MaxBytes = 64 * 1024;
    public const int MaxDepth = 32;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static async Task<JsonBodyOutcome> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        // Kestrel's own limit closes the connection, often before the sender has read the answer. This limit stops reading and lets Kestrel
        // drain the rest.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server)
        {
            server.MaxRequestBodySize = null;
        }

        if (request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false })
        {
            return new JsonBodyOutcome.Empty();
        }

        if (Unsupported(request) is { } reason)
        {
            return new JsonBodyOutcome.Refused(Refusal.UnsupportedMedia(reason));
        }

        if (request.ContentLength > MaxBytes)
        {
            return TooLarge();
        }

        var buffer = new byte[(request.ContentLength ?? MaxBytes) + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length > MaxBytes ? TooLarge() : Parse(buffer.AsSpan(0, length));
    }

    /// <summary>A byte order mark is skipped (RFC 8259, section 8.1, allows it).</summary>
    public static JsonBodyOutcome Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(ByteOrderMark))
        {
            bytes = bytes[ByteOrderMark.Length..];
        }

        if (bytes.IsEmpty)
        {
            return new JsonBodyOutcome.Empty();
        }

        if (!Utf8.IsValid(bytes))
        {
            return Faulty("is not UTF-8 text");
        }

        try
        {
            return new JsonBodyOutcome.Read(JsonElement.Parse(bytes, new JsonDocumentOptions { MaxDepth = MaxDepth }));
        }
        catch (JsonException fault)
        {
            return Faulty(JsonFault.Describe(bytes, MaxDepth, fault));
        }
    }

    private static string? Unsupported(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
        {
            var sent = string.IsNullOrEmpty(request.ContentType) ? "no Content-Type" : $"Content-Type \"{request.ContentType}\"";
            return $"The request came with {sent}. Send JSON with Content-Type: application/json.";
        }

        if (type.Charset.HasValue && !type.Charset.Value!.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            return $"The body's charset is \"{type.Charset}\". Send JSON in UTF-8.";
        }

        return request.Headers.ContentEncoding.Count > 0
            ? $"The body's Content-Encoding is \"{request.Headers.ContentEncoding}\". Send it uncompressed."
            : null;
    }

    private static JsonBodyOutcome.Refused TooLarge() =>
        new(Refusal.TooLarge($"The body is larger than {MaxBytes} bytes, the limit of a request. Send a smaller one."));

    private static JsonBodyOutcome.Refused Faulty(string fault)
    {
        var errors = new InputErrors();
        errors.Add(InputErrors.Body, fault);
        return new(Refusal.Invalid(errors));
    }
}
