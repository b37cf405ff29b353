using System.Text.Json;
using Reelwright.Engine.Exchange;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Orchestrator.Services.Exchange;

namespace Reelwright.Orchestrator.Services.Responses;

/// <summary>
/// Turns what came over the wire into what the engine chooses on. Three questions decide: did the service certainly not take the call, did it certainly
/// end it (and at what cost), or is neither certain?
/// </summary>
internal sealed class ResponseClassifier(ServiceContract contract, ErrorText text, TimeSpan longestWait)
{
    private const int TooEarly = 425;
    private const int TooManyRequests = 429;
    private const int NotImplemented = 501;
    private const int VersionNotSupported = 505;

    /// <summary>The answer to a paid call, except 202 and 409, which name an operation.</summary>
    public ClassifiedResponse Judge(ServiceResponse answer, LedgerCall call) => answer switch
    {
        ServiceResponse.NotSent notSent => ClassifiedResponse.Fault(new CallOutcome.NotTaken(Say(notSent.Error), null)),
        ServiceResponse.Lost lost => ClassifiedResponse.Fault(new CallOutcome.Unknown(Say(lost.Error), null)),
        ServiceResponse.Received received => Judge(received, call),
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "Not an answer."),
    };

    /// <summary>What a definite envelope means; of a call, or of an operation that has ended.</summary>
    public CallOutcome Conclude(ServiceEnvelope envelope, LedgerCall call, ServiceResponse.Received answer) =>
        envelope.Success ? Accept(envelope, call) : Refuse(envelope, answer);

    /// <summary>No wait is longer than the operator allows.</summary>
    public TimeSpan? Clamp(TimeSpan? wait) => wait > longestWait ? longestWait : wait;

    /// <summary>Makes what a service said fit for the ledger and for the logs.</summary>
    public string Say(string error) => text.Clean(error);

    private ClassifiedResponse Judge(ServiceResponse.Received answer, LedgerCall call)
    {
        using var document = WireDocument.TryParse(answer, out var fault);
        var envelope = document is null ? null : ServiceEnvelope.Read(document.RootElement);
        if (answer.Code is TooManyRequests or TooEarly && !IsFinal(envelope))
        {
            return ClassifiedResponse.Answer(new CallOutcome.NotTaken(Say(answer.StatusLine), Clamp(answer.RetryAfter)));
        }

        if (envelope is { Success: false })
        {
            return ClassifiedResponse.Answer(Refuse(envelope, answer));
        }

        if (answer.IsSuccess)
        {
            return document is null
                ? ClassifiedResponse.Fault(new CallOutcome.Unknown(Say($"{answer.StatusLine}, but {fault}: {answer.Excerpt}"), Clamp(answer.RetryAfter)))
                : ClassifiedResponse.Answer(envelope is null ? Breach("the answer has no boolean \"success\"", EnvelopeCost.Read(document.RootElement)) : Accept(envelope, call));
        }

        var error = Say(answer.Body.IsEmpty ? answer.StatusLine : $"{answer.StatusLine}: {answer.Excerpt}");
        return IsDoubtful(answer.Code)
            ? ClassifiedResponse.Fault(new CallOutcome.Unknown(error, Clamp(answer.RetryAfter)))
            : ClassifiedResponse.Answer(new CallOutcome.Failed(null, error + Advice(answer.Code), envelope?.Cost.Amount ?? 0, Retryable: false, null));
    }

    private CallOutcome Accept(ServiceEnvelope envelope, LedgerCall call)
    {
        var breach = envelope.Cost.Breach
            ?? (envelope.Result.ValueKind == JsonValueKind.Object ? null : $"\"result\" must be an object, but is {ResultMembers.Describe(envelope.Result)}")
            ?? StorableJson.FindBreach(envelope.Result)
            ?? contract.FindBreach(envelope.Result, call);
        return breach is null
            ? new CallOutcome.Succeeded(
                envelope.Result.GetRawText(),
                envelope.Cost.Amount,
                envelope.Provider is null ? null : Say(envelope.Provider))
            : Breach(breach, envelope.Cost);
    }

    private CallOutcome.Failed Breach(string breach, EnvelopeCost cost) =>
        new(null, Say($"{contract.Service} broke the contract: {breach}"), cost.Amount ?? 0, Retryable: false, null);

    private CallOutcome.Failed Refuse(ServiceEnvelope envelope, ServiceResponse.Received answer)
    {
        var reason = envelope.Error?.ToString() is { Length: > 0 } said ? said : "no reason given";
        var isModeration = envelope.Error?.IsModeration ?? false;
        return new CallOutcome.Failed(
            isModeration ? EngineFailureCodes.ContentRejected : null,
            Say((answer.IsSuccess ? reason : $"{answer.StatusLine}: {reason}") + (envelope.Cost.Breach is null ? null : $" ({envelope.Cost.Breach})")),
            envelope.Cost.Amount ?? 0,
            envelope.Error?.Retryable ?? (!isModeration && IsTransient(answer.Code)),
            Clamp(answer.RetryAfter));
    }

    // "Too many" usually means "not taken"; but a service that charged for it, or says that waiting is no use, is believed.
    private static bool IsFinal(ServiceEnvelope? envelope) =>
        envelope is { Success: false } && (envelope.Error?.Retryable == false || envelope.Cost.Amount > 0);

    private static bool IsTransient(int code) => code is 408 or TooEarly or TooManyRequests or 500 or 502 or 503 or 504;

    // A gateway's 5xx says nothing of what the service behind it did. 501 and 505 say that nothing was done.
    private static bool IsDoubtful(int code) => code == 408 || (code >= 500 && code is not (NotImplemented or VersionNotSupported));

    private static string? Advice(int code) => code switch
    {
        >= 300 and <= 399 => " (redirects are not followed; give the service's final URL)",
        401 or 403 => " (is SERVICE_TOKEN the one that the service expects?)",
        404 or 405 or NotImplemented => " (is the service's URL right?)",
        _ => null,
    };
}
