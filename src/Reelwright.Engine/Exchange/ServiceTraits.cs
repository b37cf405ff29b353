namespace Reelwright.Engine.Exchange;

/// <summary>What to do with a call in doubt at a service that can't be asked twice.</summary>
public enum InDoubtPolicy
{
    /// <summary>Ask again: at worst a few cents are paid twice.</summary>
    Retry,

    /// <summary>Fail the job; only its owner may decide to ask again.</summary>
    Fail,
}

/// <summary>The properties of a service that the engine reads before it calls it.</summary>
public sealed record ServiceTraits
{
    /// <summary>False while the service could not be asked yet; the other values are then the careful ones.</summary>
    public required bool Known { get; init; }

    /// <summary>The same key is never billed twice, for <see cref="KeyRetention"/>.</summary>
    public required bool Idempotent { get; init; }

    public required InDoubtPolicy InDoubt { get; init; }

    /// <summary>US dollars to reserve for one call.</summary>
    public required decimal PricePerCall { get; init; }

    /// <summary>US dollars to reserve for each second of the clip asked for.</summary>
    public required decimal PricePerSecond { get; init; }

    /// <summary>The service announces its price; else the prices here are the configured ones.</summary>
    public bool PriceKnown { get; init; }

    /// <summary>Failures after which a call is given up.</summary>
    public required int MaxAttempts { get; init; }

    /// <summary>
    /// Where calls are made now: address and account, as the gateway writes it. A call with another <see cref="Ledger.LedgerCall.Origin"/>
    /// is polled and looked up there, and its key is never sent here.
    /// </summary>
    public string Origin { get; init; } = "";

    /// <summary>The service has operations, so that a sent call can be looked up by its key and cancelled.</summary>
    public bool HasOperations { get; init; }

    /// <summary>
    /// How long after a send the service may still register the call, so that a look-up that finds nothing proves nothing.
    /// </summary>
    public TimeSpan RegistrationDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Bounds one exchange of the paid call: after that no answer to it will come.</summary>
    public TimeSpan ExchangeTimeout { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>
    /// The price is proven: the service has billed at least one call of this identity. While it is not, and the announced price is lower
    /// than <see cref="UsualPricePerCall"/>, not more calls are begun at once than the limit bears at the usual price, but at least one.
    /// </summary>
    public bool PriceProven { get; init; }

    /// <summary>US dollars that a call of this kind costs at most by the table of the specification.</summary>
    public decimal UsualPricePerCall { get; init; }

    /// <summary>Differs when another provider, model or version would answer: what the cache must not mix.</summary>
    public string Identity { get; init; } = "";

    /// <summary>First wait after a failure; each further one doubles it.</summary>
    public required TimeSpan Backoff { get; init; }

    /// <summary>No wait, and no Retry-After, is longer than this.</summary>
    public required TimeSpan MaxBackoff { get; init; }

    /// <summary>How long the service keeps an answer under its key.</summary>
    public TimeSpan KeyRetention { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How long one accepted operation may run.</summary>
    public TimeSpan OperationDeadline { get; init; } = TimeSpan.FromMinutes(15);
}
