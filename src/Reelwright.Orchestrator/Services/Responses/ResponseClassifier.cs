using System.Text.Json;
using Reelwright.Engine.Exchange;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Orchestrator.Services.Exchange;

namespace Reelwright.Orchestrator.Services.Responses;

/// <summary>
/// Turns the response to a paid call into an outcome. Three questions decide: did the service certainly not take the call, did the call
/// certainly end (and at what cost), or is neither certain?
/// </summary>
internal sealed partial class ResponseClassifier(ServiceContract contract, ErrorText text, TimeSpan longestWait)
{
    private const int TooEarly = 425;
    private const int TooManyRequests = 429;
    private const int NotImplemented = 501;
    private const int VersionNotSupported = 505;

    /// <summary>An exchange without a response.</summary>
    public ClassifiedResponse ClassifyFailure(ServiceResponse response) => response switch
    {
        ServiceResponse.NotSent notSent => ClassifiedResponse.Fault(new CallOutcome.NotTaken(Clean(notSent.Error), null)),
        ServiceResponse.Lost lost => ClassifiedResponse.Fault(new CallOutcome.Unknown(Clean(lost.Error), null)),
        _ => throw new ArgumentOutOfRangeException(nameof(response), response, "This exchange has a response."),
    };

    /// <summary>A response that neither delivers nor names an operation to follow.</summary>
    public ClassifiedResponse Classify(ResponseContent content, LedgerCall call)
    {
        var response = content.Response;
        var envelope = content.Envelope;
        if (response.Code is TooManyRequests or TooEarly && !IsFinal(envelope))
        {
            return ClassifiedResponse.Healthy(new CallOutcome.NotTaken(Clean(response.StatusLine), Clamp(response.RetryAfter)));
        }

        if (envelope is { Success: false })
        {
            return ClassifiedResponse.Healthy(Refuse(envelope, response));
        }

        return response.IsSuccess ? ClassifySuccess(content, call) : ClassifyStatus(content);
    }

    /// <summary>
    /// A success whose result holds to the contract, under whatever status; else null. It is kept whatever else is odd about the response,
    /// because it is paid for.
    /// </summary>
    public CallOutcome.Succeeded? FindDelivery(ResponseContent content, LedgerCall call) =>
        content.Envelope is { Success: true } envelope && FindBreach(envelope, call) is null ? Deliver(envelope) : null;

    /// <summary>The definite refusal in a 409; null when the first request under this key may still run.</summary>
    public CallOutcome.Failed? FindRefusal(ResponseContent content) =>
        content.Envelope is { Success: false, Error.Retryable: false } envelope ? Refuse(envelope, content.Response) : null;

    /// <summary>No wait is longer than the operator allows.</summary>
    public TimeSpan? Clamp(TimeSpan? wait) => wait > longestWait ? longestWait : wait;

    /// <summary>Makes a text of a service fit for the ledger and the logs.</summary>
    public string Clean(string error) => text.Clean(error);

    private ClassifiedResponse ClassifySuccess(ResponseContent content, LedgerCall call)
    {
        var response = content.Response;
        if (content.Fault is not null || content.IsEmpty)
        {
            var fault = content.Fault ?? "the answer states nothing";
            var error = Clean($"{response.StatusLine}, but {fault}: {response.Excerpt}");
            return new ClassifiedResponse(new CallOutcome.Unknown(error, Clamp(response.RetryAfter)), IsFault: content.Fault is not null);
        }

        return ClassifiedResponse.Healthy(content.Envelope is { } envelope
            ? Breach(FindBreach(envelope, call)!, envelope.Cost)
            : Breach("the answer has no boolean \"success\"", content.Cost));
    }

    private ClassifiedResponse ClassifyStatus(ResponseContent content)
    {
        var response = content.Response;
        var error = Clean(response.Body.IsEmpty ? response.StatusLine : $"{response.StatusLine}: {response.Excerpt}");
        return IsDoubtful(response.Code)
            ? ClassifiedResponse.Fault(new CallOutcome.Unknown(error, Clamp(response.RetryAfter)))
            : ClassifiedResponse.Healthy(
                new CallOutcome.Failed(null, error + Advice(response.Code), content.Cost.Amount ?? 0, Retryable: false, null)
                {
                    IsOfService = content.Envelope is not null,
                });
    }

    private string? FindBreach(ServiceEnvelope envelope, LedgerCall call) => envelope.Result.ValueKind == JsonValueKind.Object
        ? StorableJson.FindBreach(envelope.Result) ?? contract.FindBreach(envelope.Result, call)
        : $"\"result\" must be an object, but is {ResultMembers.Describe(envelope.Result)}";

    private CallOutcome.Succeeded Deliver(ServiceEnvelope envelope) => new(
        envelope.Result.GetRawText(),
        envelope.Cost.Amount,
        envelope.Provider is null ? null : Clean(envelope.Provider),
        envelope.Cost.Fault);

    private CallOutcome.Failed Breach(string breach, EnvelopeCost cost) =>
        new(null, Clean($"{contract.Service} broke the contract: {breach}{Note(cost)}"), cost.Amount ?? 0, Retryable: false, null);

    private CallOutcome.Failed Refuse(ServiceEnvelope envelope, ServiceResponse.Received response)
    {
        var reason = envelope.Error?.ToString() is { Length: > 0 } stated ? stated : "no reason given";
        var isModeration = envelope.Error?.IsModeration ?? false;
        return new CallOutcome.Failed(
            isModeration ? EngineFailureCodes.ContentRejected : null,
            Clean((response.IsSuccess ? reason : $"{response.StatusLine}: {reason}") + Note(envelope.Cost)),
            envelope.Cost.Amount ?? 0,
            envelope.Error?.Retryable ?? (!isModeration && IsTransient(response.Code)),
            Clamp(response.RetryAfter))
        {
            Unusable = envelope.Error?.UnusableSource,
        };
    }

    // The cost of a failure that can't be read counts as 0, and the error says so.
    private static string? Note(EnvelopeCost cost) => cost.Fault is { } fault ? $" ({fault})" : null;

    // "Too many" usually means "not taken"; but a failure that was charged, or that is not retryable, is final.
    private static bool IsFinal(ServiceEnvelope? envelope) =>
        envelope is { Success: false } && (envelope.Error?.Retryable == false || envelope.Cost.Amount > 0);

    private static bool IsTransient(int code) => code is 408 or TooEarly or TooManyRequests or 500 or 502 or 503 or 504;

    // A 5xx of a gateway leaves open what the service behind it did. 501 and 505 mean that nothing was done.
    private static bool IsDoubtful(int code) => code == 408 || (code >= 500 && code is not (NotImplemented or VersionNotSupported));

    private static string? Advice(int code) => code switch
    {
        >= 300 and <= 399 => " (redirects are not followed; configure the service's final URL)",
        401 or 403 => " (is SERVICE_TOKEN the one that the service expects?)",
        404 or 405 or NotImplemented => " (is the service's URL right?)",
        _ => null,
    };
}
