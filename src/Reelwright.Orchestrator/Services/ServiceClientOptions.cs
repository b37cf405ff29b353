using System.ComponentModel.DataAnnotations;
using Reelwright.Engine.Exchange;

namespace Reelwright.Orchestrator.Services;

/// <summary>
/// Section <c>Reelwright:Services:{PromptParser|ImageGeneration|VideoGeneration|Composition}</c>: how one microservice is called.
/// Times are written <c>00:00:10</c> (or <c>00:00:00.5</c>), money in US dollars.
/// </summary>
internal abstract class ServiceClientOptions : IValidatableObject
{
    private const string Never = "00:00:00";
    private const string Least = "00:00:00.010";
    private const string Hour = "01:00:00";

    /// <summary>Address of the service: http or https, with or without a path.</summary>
    [ServiceUrl]
    public string Url { get; set; } = string.Empty;

    /// <summary>
    /// A name for the service and its account, when it keeps its operations although its address changes. Calls are then asked for at
    /// whatever address has this name now. Without it the address is the origin of a call.
    /// </summary>
    [RegularExpression("[A-Za-z0-9._-]{1,64}", ErrorMessage = "Origin must be 1 to 64 letters, digits, dots, hyphens or underscores.")]
    public string? Origin { get; set; }

    /// <summary>Bounds one exchange of the paid call, from sending to the last byte of the response. 10 s, 15 s, 90 s or 30 s.</summary>
    [Range(typeof(TimeSpan), Least, Hour)]
    public TimeSpan Timeout { get; set; }

    /// <summary>Bounds a connection attempt.</summary>
    [Range(typeof(TimeSpan), Least, Hour)]
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Longest silence within a response that has begun.</summary>
    [Range(typeof(TimeSpan), Least, Hour)]
    public TimeSpan ReadIdleTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// An unused connection is closed after this. Shorter than the 5 s after which Node and Uvicorn close theirs, because a call on a
    /// connection that was just closed is in doubt.
    /// </summary>
    [Range(typeof(TimeSpan), Least, Hour)]
    public TimeSpan ConnectionIdleTimeout { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>Paid calls that are open at once on this node; more wait here. Polls and cancels have connections of their own.</summary>
    [Range(1, 10_000)]
    public int MaxConnections { get; set; } = 256;

    /// <summary>
    /// Paid calls that may be in flight at once over ALL nodes, accepted operations included. A node writes it to the database when it
    /// starts; <c>PUT /api/v1/limits/{service}</c> changes it there at run time. Without it the database keeps its value.
    /// </summary>
    [Range(1, 100_000)]
    public int? MaxInFlight { get; set; }

    /// <summary>A response longer than this (bytes) is not read to its end.</summary>
    [Range(1024, 64 * 1024 * 1024)]
    public int MaxResponseBytes { get; set; } = 1024 * 1024;

    /// <summary>Failures after which a call fails for good.</summary>
    [Range(1, 20)]
    public int MaxAttempts { get; set; } = 3;

    /// <summary>First wait after a failure; each further one doubles it.</summary>
    [Range(typeof(TimeSpan), Never, Hour)]
    public TimeSpan Backoff { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>No wait, and no Retry-After, is longer than this.</summary>
    [Range(typeof(TimeSpan), Never, Hour)]
    public TimeSpan MaxBackoff { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Bounds one exchange about an operation: a poll, a cancel, a look-up.</summary>
    [Range(typeof(TimeSpan), Least, Hour)]
    public TimeSpan PollTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>An operation is never polled more often.</summary>
    [Range(typeof(TimeSpan), Least, Hour)]
    public TimeSpan MinPollInterval { get; set; } = TimeSpan.FromSeconds(0.5);

    /// <summary>An operation is never polled less often.</summary>
    [Range(typeof(TimeSpan), Least, Hour)]
    public TimeSpan MaxPollInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long one accepted operation may run.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan OperationDeadline { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// How long after a call was sent the service may still register it, so that a look-up by key that finds nothing proves nothing.
    /// </summary>
    [Range(typeof(TimeSpan), Never, Hour)]
    public TimeSpan RegistrationDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a response to <c>GET /capabilities</c> is valid.</summary>
    [Range(typeof(TimeSpan), Never, Hour)]
    public TimeSpan CapabilitiesLifetime { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Declares whether the same key is never billed twice; without it the service's <c>/capabilities</c> decide.</summary>
    public bool? Idempotent { get; set; }

    /// <summary>What to do with a call in doubt when the service is not idempotent: <c>retry</c> or <c>fail</c>.</summary>
    [EnumDataType(typeof(InDoubtPolicy))]
    public InDoubtPolicy InDoubt { get; set; } = InDoubtPolicy.Retry;

    /// <summary>
    /// US dollars reserved for one call when the service announces no price. The upper end of what such a call usually costs.
    /// </summary>
    [Range(typeof(decimal), "0", "1000")]
    public decimal PricePerCall { get; set; }

    /// <summary>US dollars reserved for each second of the requested clip when the service announces no price.</summary>
    [Range(typeof(decimal), "0", "1000")]
    public decimal PricePerSecond { get; set; }

    /// <summary>
    /// US dollars that such a call usually costs at most. Until the service has billed a call at its announced price, a lower announced
    /// price does not let a job begin more calls at once than its limit covers at this one.
    /// </summary>
    [Range(typeof(decimal), "0", "1000")]
    public decimal UsualPricePerCall { get; set; }

    /// <summary>Share of faults at which the circuit opens.</summary>
    [Range(0.01, 1.0)]
    public double CircuitFaultRatio { get; set; } = 0.5;

    /// <summary>Exchanges within <see cref="CircuitWindow"/> below which the circuit never opens.</summary>
    [Range(2, 10_000)]
    public int CircuitMinimumCalls { get; set; } = 10;

    /// <summary>The time over which faults are counted.</summary>
    [Range(typeof(TimeSpan), "00:00:00.500", Hour)]
    public TimeSpan CircuitWindow { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the circuit stays open before one exchange is let through.</summary>
    [Range(typeof(TimeSpan), "00:00:00.500", Hour)]
    public TimeSpan CircuitPause { get; set; } = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (MaxBackoff < Backoff)
        {
            yield return new ValidationResult(
                $"MaxBackoff ({MaxBackoff}) must not be shorter than Backoff ({Backoff}).", [nameof(MaxBackoff)]);
        }

        if (MaxPollInterval < MinPollInterval)
        {
            yield return new ValidationResult(
                $"MaxPollInterval ({MaxPollInterval}) must not be shorter than MinPollInterval ({MinPollInterval}).",
                [nameof(MaxPollInterval)]);
        }
    }
}
