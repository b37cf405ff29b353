namespace Reelwright.Engine.Ledger;

/// <summary>A row of the ledger: one call to a service, committed before it is made and settled after it.</summary>
public sealed record LedgerCall
{
    public required CallId Id { get; init; }

    public required string Service { get; init; }

    public required string IdempotencyKey { get; init; }

    public required CallState State { get; init; }

    /// <summary>The body as it was first sent. A repetition under the same key sends the same body.</summary>
    public required string Request { get; init; }

    /// <summary>US dollars that the call probably costs: reserved while it is in work, in doubt afterwards, until it is settled.</summary>
    public required decimal Estimate { get; init; }

    /// <summary>
    /// Address and account that the call was last sent to; null before the first send. See <see cref="Exchange.ServiceTraits.Origin"/>.
    /// </summary>
    public string? Origin { get; init; }

    /// <summary>When it was last sent.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Until when the answer to a sent request may still come; null once its exchange has ended.</summary>
    public DateTimeOffset? AnswerUntil { get; init; }

    /// <summary>
    /// Of an unknown call: from this moment on only a further purchase can end the doubt. Null while it can be looked up, and where the
    /// operator's policy is to buy again.
    /// </summary>
    public DateTimeOffset? DoubtfulFrom { get; init; }

    /// <summary>The job's owner has allowed one further purchase of this call, which is its next generation.</summary>
    public bool RepurchaseAllowed { get; init; }

    /// <summary>The next generation was bought while this one was in doubt.</summary>
    public bool Superseded { get; init; }

    /// <summary>Of an open call of an ended job: when it is asked next; null when nothing more can be found out.</summary>
    public DateTimeOffset? AskAt { get; init; }

    /// <summary>How often it was asked since the job has ended.</summary>
    public int Asks { get; init; }

    /// <summary>
    /// Of a success: the delivery turned out to be unusable. Its cost stays, its response is not used, and a retry buys it again.
    /// </summary>
    public bool Voided { get; init; }

    /// <summary>False when it is certain that no byte of the request has reached the service.</summary>
    public bool Dispatched { get; init; } = true;

    /// <summary>How often it was sent.</summary>
    public int Attempts { get; init; }

    /// <summary>Failures seen in <see cref="Round"/>, over all generations.</summary>
    public int Failures { get; init; }

    /// <summary>The job's round that <see cref="Failures"/> belong to.</summary>
    public int Round { get; init; }

    /// <summary>Of a failed call: whether the next generation may be tried.</summary>
    public bool Retryable { get; init; }

    /// <summary>Not to be asked again before this moment.</summary>
    public DateTimeOffset? RunAt { get; init; }

    /// <summary>Where the operation that the service named can be polled and cancelled.</summary>
    public string? Operation { get; init; }

    /// <summary>The service's <c>result</c>, as it came.</summary>
    public string? Response { get; init; }

    public decimal? Cost { get; init; }

    /// <summary>Where the cost comes from; see <see cref="CostSources"/>.</summary>
    public string? CostSource { get; init; }

    public string? Provider { get; init; }

    public string? ErrorCode { get; init; }

    public string? LastError { get; init; }

    public int Reused { get; init; }

    /// <summary>
    /// Equal for calls whose answers are interchangeable; null when the answer is neither taken from the cache nor given to it.
    /// </summary>
    public string? CacheKey { get; init; }

    /// <summary>Of a success with a <see cref="CacheKey"/>: until when other jobs may take its answer.</summary>
    public DateTimeOffset? FreshUntil { get; init; }

    /// <summary>The answer was taken from another call and cost nothing.</summary>
    public bool Cached { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? AcceptedAt { get; init; }

    public DateTimeOffset? SettledAt { get; init; }
}

/// <summary>Where the cost of a settled call comes from.</summary>
public static class CostSources
{
    public const string Reported = "reported";

    /// <summary>Nothing was bought, or a failure whose cost the service did not name; counted as 0.</summary>
    public const string NotReported = "not_reported";

    /// <summary>The service named no readable cost for what it delivered; counted as the estimate.</summary>
    public const string Estimated = "estimated";

    /// <summary>Another job had paid for the answer.</summary>
    public const string Cache = "cache";
}
