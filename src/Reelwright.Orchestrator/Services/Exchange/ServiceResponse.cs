using System.Net;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Reelwright.Orchestrator.Services.Exchange;

/// <summary>The raw result of one exchange, before it is classified.</summary>
internal abstract record ServiceResponse
{
    private ServiceResponse()
    {
    }

    /// <summary>The request certainly did not reach the service: no byte of its body was written.</summary>
    public sealed record NotSent(string Error) : ServiceResponse;

    /// <summary>The request may have reached the service, but no response arrived.</summary>
    public sealed record Lost(string Error) : ServiceResponse;

    /// <summary>Status and headers arrived, and the body except for its <see cref="BodyFault"/>.</summary>
    public sealed record Received : ServiceResponse
    {
        private const int ExcerptBytes = 1024;

        public required HttpStatusCode Status { get; init; }

        public required ReadOnlyMemory<byte> Body { get; init; }

        /// <summary>Why the body is not a whole JSON text of the wanted type, as the end of a sentence; null when it may be one.</summary>
        public string? BodyFault { get; init; }

        /// <summary>The body broke off before its end, so its content is not known.</summary>
        public bool IsCutShort { get; init; }

        /// <summary>Not negative; not clamped.</summary>
        public TimeSpan? RetryAfter { get; init; }

        /// <summary>The raw header.</summary>
        public string? Location { get; init; }

        public int Code => (int)Status;

        public bool IsSuccess => Code is >= 200 and <= 299;

        /// <summary><c>429 Too Many Requests</c>, with the standard phrase and not the one in the response.</summary>
        public string StatusLine => $"{Code} {ReasonPhrases.GetReasonPhrase(Code)}".TrimEnd();

        /// <summary>The beginning of the body.</summary>
        public string Excerpt => Encoding.UTF8.GetString(Body.Span[..Math.Min(Body.Length, ExcerptBytes)]);
    }
}
