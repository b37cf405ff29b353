using System.Net;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Reelwright.Orchestrator.Services.Exchange;

/// <summary>What came over the wire of one exchange, before anybody judges it.</summary>
internal abstract record ServiceResponse
{
    private ServiceResponse()
    {
    }

    /// <summary>It certainly did not reach the service: no byte of the body was written.</summary>
    public sealed record NotSent(string Error) : ServiceResponse;

    /// <summary>It may have reached the service, but no answer came.</summary>
    public sealed record Lost(string Error) : ServiceResponse;

    /// <summary>Status and headers came, and the body as far as <see cref="BodyFault"/> tells.</summary>
    public sealed record Received : ServiceResponse
    {
        private const int ExcerptBytes = 1024;

        public required HttpStatusCode Status { get; init; }

        public required ReadOnlyMemory<byte> Body { get; init; }

        /// <summary>Why the body is not a whole JSON text of the wanted type, as the end of a sentence; null when it may be one.</summary>
        public string? BodyFault { get; init; }

        /// <summary>The body ended before its end: what it would have said is not known.</summary>
        public bool IsCutShort { get; init; }

        /// <summary>Not negative; not clamped.</summary>
        public TimeSpan? RetryAfter { get; init; }

        /// <summary>As it stands in the header.</summary>
        public string? Location { get; init; }

        public int Code => (int)Status;

        public bool IsSuccess => Code is >= 200 and <= 299;

        /// <summary><c>429 Too Many Requests</c>; never the phrase that the service chose.</summary>
        public string StatusLine => $"{Code} {ReasonPhrases.GetReasonPhrase(Code)}".TrimEnd();

        /// <summary>The beginning of the body.</summary>
        public string Excerpt => Encoding.UTF8.GetString(Body.Span[..Math.Min(Body.Length, ExcerptBytes)]);
    }
}
