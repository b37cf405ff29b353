namespace Reelwright.Simulation.Plans;

/// <summary>Which faults an exchange can have, and their words in a story.</summary>
internal static class WireFaults
{
    public static readonly WireFault[] OfPosts =
    [
        WireFault.Refused, WireFault.RequestLost, WireFault.RequestReset, WireFault.RequestLate, WireFault.RequestTwice, WireFault.AnswerLost, WireFault.AnswerLate,
        WireFault.AnswerCut, WireFault.EmptyObject, WireFault.Null, WireFault.Html, WireFault.BadGateway, WireFault.Unavailable, WireFault.TooMany,
        WireFault.NotFound, WireFault.Redirect, WireFault.BadRequest, WireFault.ConflictRefused, WireFault.OkNamesOperation,
        WireFault.WorkFails, WireFault.WorkFailsForGood, WireFault.SucceededButFailed, WireFault.Stuck, WireFault.SourceUnusable,
    ];

    public static readonly WireFault[] OfOthers =
    [
        WireFault.Refused, WireFault.RequestLost, WireFault.AnswerLost, WireFault.AnswerLate, WireFault.AnswerCut, WireFault.EmptyObject, WireFault.Null, WireFault.Html,
        WireFault.BadGateway, WireFault.Unavailable, WireFault.TooMany, WireFault.NotFound, WireFault.Redirect, WireFault.BadRequest, WireFault.OtherId,
        WireFault.BareEnvelope, WireFault.Forgotten,
    ];

    /// <summary>The work of the service is concerned, not the way there or back.</summary>
    public static bool IsOfWork(this WireFault fault) =>
        fault is WireFault.WorkFails or WireFault.WorkFailsForGood or WireFault.SucceededButFailed or WireFault.Stuck or WireFault.SourceUnusable;

    /// <summary>The request never arrives.</summary>
    public static bool StopsRequest(this WireFault fault) => fault is WireFault.Refused or WireFault.RequestLost or WireFault.RequestReset or WireFault.Unavailable;

    /// <summary>The service turns a paid call away and does nothing.</summary>
    public static bool TurnsAway(this WireFault fault) =>
        fault is WireFault.TooMany or WireFault.NotFound or WireFault.Redirect or WireFault.BadRequest or WireFault.ConflictRefused;

    public static string Describe(this WireFault fault) => fault switch
    {
        WireFault.Refused => "the connection is refused",
        WireFault.RequestLost => "the request is lost and no answer comes",
        WireFault.RequestReset => "the connection breaks before the request arrives",
        WireFault.RequestLate => "the connection breaks, and the request arrives seconds later",
        WireFault.RequestTwice => "the request arrives twice",
        WireFault.AnswerLost => "the request arrives and the connection breaks before the answer",
        WireFault.AnswerLate => "the answer comes too late",
        WireFault.AnswerCut => "the answer is cut short",
        WireFault.EmptyObject => "the answer is 200 {}",
        WireFault.Null => "the answer is 200 null",
        WireFault.Html => "the answer is 200 with an HTML page",
        WireFault.BadGateway => "a gateway answers 502 although the request arrived",
        WireFault.Unavailable => "a gateway answers 503 and passes nothing on",
        WireFault.TooMany => "the answer is 429",
        WireFault.NotFound => "the answer is a bare 404",
        WireFault.Redirect => "the answer is 302",
        WireFault.BadRequest => "the answer is a bare 400",
        WireFault.ConflictRefused => "the answer is 409 with a definite refusal",
        WireFault.OtherId => "the answer names another operation",
        WireFault.BareEnvelope => "the answer is a bare envelope",
        WireFault.SucceededButFailed => "the operation is told as succeeded with success: false",
        WireFault.OkNamesOperation => "the answer is 200 and names an operation",
        WireFault.WorkFails => "the work fails, and may be tried again",
        WireFault.WorkFailsForGood => "the work fails for good",
        WireFault.Forgotten => "the provider has lost the operation",
        WireFault.Stuck => "the operation never ends by itself",
        WireFault.SourceUnusable => "composition cannot use the clip of scene 0",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "Not a fault of the wire."),
    };
}
