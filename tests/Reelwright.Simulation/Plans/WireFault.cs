namespace Reelwright.Simulation.Plans;

/// <summary>What goes wrong with one exchange. Its words are in <see cref="WireFaults"/>.</summary>
internal enum WireFault
{
    /// <summary>No connection: the request certainly does not leave.</summary>
    Refused,

    /// <summary>The request leaves and never arrives; no answer comes.</summary>
    RequestLost,

    /// <summary>The connection breaks before the request arrives.</summary>
    RequestReset,

    /// <summary>The connection breaks, and the request arrives all the same, seconds later.</summary>
    RequestLate,

    /// <summary>The request arrives twice. Of idempotent services only: nobody else could be held to one sale.</summary>
    RequestTwice,

    /// <summary>The request arrives, and the connection breaks before the answer.</summary>
    AnswerLost,

    /// <summary>The request arrives; the answer comes after the caller has given up.</summary>
    AnswerLate,

    AnswerCut,
    EmptyObject,
    Null,
    Html,

    /// <summary>502 of a gateway in between, although the service did the work.</summary>
    BadGateway,

    /// <summary>503 of a gateway in between; the service was never asked.</summary>
    Unavailable,

    TooMany,

    /// <summary>404 without an envelope; of a paid call: nothing was done.</summary>
    NotFound,

    /// <summary>302; of a paid call: nothing was done.</summary>
    Redirect,

    /// <summary>400 without an envelope; of a paid call: nothing was done.</summary>
    BadRequest,

    /// <summary>409 with an envelope that refuses for good.</summary>
    ConflictRefused,

    /// <summary>The answer to a poll names another operation.</summary>
    OtherId,

    /// <summary>A poll is answered with a bare envelope, without the operation.</summary>
    BareEnvelope,

    /// <summary>The operation is told as succeeded, with an envelope that says success: false.</summary>
    SucceededButFailed,

    /// <summary>200 that names an operation, where 202 was meant.</summary>
    OkNamesOperation,

    /// <summary>The service does the work, fails, and says so.</summary>
    WorkFails,

    /// <summary>The same, and no other attempt is any use.</summary>
    WorkFailsForGood,

    /// <summary>The provider loses the operation: it is not found any more.</summary>
    Forgotten,

    /// <summary>The operation never ends by itself.</summary>
    Stuck,

    /// <summary>Composition cannot use a clip that was delivered.</summary>
    SourceUnusable,
}

/// <summary>Which exchange a fault concerns.</summary>
internal enum ExchangeKind
{
    Post,
    Poll,
    Find,
    Stop,
}
