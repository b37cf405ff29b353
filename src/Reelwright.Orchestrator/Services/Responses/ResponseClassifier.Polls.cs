using Reelwright.Contracts.Services;
using Reelwright.Engine.Exchange;
using Reelwright.Engine.Ledger;
using Reelwright.Orchestrator.Services.Exchange;

namespace Reelwright.Orchestrator.Services.Responses;

/// <content>
/// Responses to polls. A poll is free to repeat, so only a response that certainly states the end of this operation ends it.
/// Every other response, however odd, leaves it running.
/// </content>
internal sealed partial class ResponseClassifier
{
    /// <summary>How the call's operation ended; null when the response does not state that it has.</summary>
    public CallOutcome? FindEnd(ResponseContent content, LedgerCall call)
    {
        if (content.Operation?.Id is { } id && !ServiceAddressing.Names(call.Operation!, id))
        {
            return null;
        }

        return content.Operation?.Status switch
        {
            OperationStatus.Running => null,
            OperationStatus.Succeeded => FindDelivery(content, call) ?? EndAsStated(content, call),
            OperationStatus.Failed => FindDelivery(content, call) ?? Fail(content, "the operation failed", retryable: false),
            OperationStatus.Cancelled => FindDelivery(content, call) ?? Fail(content, "the operation was cancelled", retryable: true),
            null when content.Response.IsSuccess => FindDelivery(content, call) ?? EndOfBareEnvelope(content, call),
            null => null,

            // A status of another vocabulary: only a delivery ends it.
            _ => FindDelivery(content, call),
        };
    }

    /// <summary>Succeeded, but not with a valid envelope of a success.</summary>
    private CallOutcome? EndAsStated(ResponseContent content, LedgerCall call) => content.Envelope switch
    {
        { Success: false } envelope => Refuse(envelope, content.Response),
        { Success: true } envelope => Breach(FindBreach(envelope, call)!, envelope.Cost),
        null => ServiceEnvelope.Read(content.Root, success: true) is var bare && FindBreach(bare, call) is null ? Deliver(bare) : null,
    };

    /// <summary>
    /// An envelope without <c>operation</c>. A success that breaks the contract is the end only if it states a cost; without one it may be
    /// a progress report in another dialect.
    /// </summary>
    private CallOutcome? EndOfBareEnvelope(ResponseContent content, LedgerCall call) => content.Envelope switch
    {
        { Success: false } envelope => Refuse(envelope, content.Response),
        { Success: true, Cost.Amount: not null } envelope => Breach(FindBreach(envelope, call)!, envelope.Cost),
        _ => null,
    };

    private CallOutcome Fail(ResponseContent content, string what, bool retryable)
    {
        if (content.Envelope is { Success: false, Error: not null } envelope)
        {
            var refusal = Refuse(envelope, content.Response);
            return refusal with { Retryable = envelope.Error.Retryable ?? (retryable || refusal.Retryable) };
        }

        var reason = EnvelopeError.Read(JsonMembers.Find(content.Root, "error"u8))?.ToString() is { Length: > 0 } stated
            ? $": {stated}"
            : " without a reason";
        return new CallOutcome.Failed(null, Clean(what + reason + Note(content.Cost)), content.Cost.Amount ?? 0, retryable, null);
    }
}
