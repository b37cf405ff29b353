using Microsoft.AspNetCore.Http;
using Reelwright.Contracts.Services;

namespace Reelwright.Services.Work;

/// <summary>The end of a call, as it is stored and answered.</summary>
/// <param name="Status">One of <see cref="OperationStatus"/>, never <c>running</c>.</param>
/// <param name="IsDefinite">Whether the same key gets this answer again. Otherwise the next request with that key runs the work
/// again.</param>
/// <param name="Envelope">The body, as JSON.</param>
public sealed record ServiceAnswer(string Status, int HttpStatus, bool IsDefinite, byte[] Envelope)
{
    /// <summary>A failure: a 4xx when it is permanent, 503 when it is transient.</summary>
    public static ServiceAnswer Failed(ServiceError error, double seconds)
    {
        var status = error.Code == ServiceErrorCodes.Cancelled ? OperationStatus.Cancelled : OperationStatus.Failed;
        var http = error switch
        {
            { Retryable: true } => StatusCodes.Status503ServiceUnavailable,
            { Code: ServiceErrorCodes.InvalidInput } => StatusCodes.Status400BadRequest,
            _ => StatusCodes.Status422UnprocessableEntity,
        };
        return new ServiceAnswer(status, http, !error.Retryable, ErrorAnswer.Write(error, seconds));
    }
}
