using Reelwright.Engine.Exchange;

namespace Reelwright.Simulation.Plans;

/// <summary>How a service writes what a call costs.</summary>
internal enum CostStyle
{
    Number,
    Missing,
    Null,
    Text,
    Negative,
    Huge,
}

/// <summary>What a service does with a DELETE of an operation.</summary>
internal enum CancelStyle
{
    Honours,
    Refuses,
    Ignores,
}

/// <summary>A service as the seed drew it. What it is does not change; where it is may.</summary>
internal sealed record ServiceProfile
{
    public required string Service { get; init; }

    public required string Stage { get; init; }

    public bool Idempotent { get; init; }

    /// <summary>
    /// It has <c>/capabilities</c>; without them the engine takes it for a service that can't be asked twice or looked up.
    /// </summary>
    public bool HasCapabilities { get; init; } = true;

    /// <summary>It answers 202 and names an operation.</summary>
    public bool Answers202 { get; init; }

    /// <summary>Its operations are found by key.</summary>
    public bool HasOperations { get; init; }

    public CancelStyle Cancel { get; init; }

    /// <summary>How long after its arrival a request is found by its key.</summary>
    public double RegistersAfter { get; init; }

    public CostStyle Costs { get; init; }

    /// <summary>What it announces.</summary>
    public decimal Price { get; init; } = 0.25m;

    /// <summary>What it bills.</summary>
    public decimal Bill { get; init; } = 0.25m;

    public decimal FailureBill { get; init; }

    public decimal CancelBill { get; init; }

    public double WorkSeconds { get; init; } = 1;

    public InDoubtPolicy InDoubt { get; init; }

    /// <summary>Calls in flight over all nodes; null when they are not limited.</summary>
    public int? Limit { get; init; }

    /// <summary>The engine can find out later what became of a call whose answer was lost.</summary>
    public bool CanBeAsked => HasCapabilities && HasOperations;

    /// <summary>The engine can rely on the key.</summary>
    public bool IsKnownIdempotent => HasCapabilities && Idempotent;

    public string Describe() => string.Join(
        ", ",
        new[]
        {
            Idempotent ? "idempotent" : "not idempotent",
            HasCapabilities ? null : "without /capabilities",
            Answers202 ? "answers 202" : "answers 200",
            HasOperations ? $"finds calls by key after {RegistersAfter:0.#} s" : "has no look-up",
            $"{Cancel.ToString().ToLowerInvariant()} a cancel",
            $"announces ${Price} and bills ${Bill}",
            FailureBill > 0 ? $"bills ${FailureBill} for a failure" : null,
            CancelBill > 0 ? $"bills ${CancelBill} for a cancelled operation" : null,
            Costs == CostStyle.Number ? null : $"names its cost as {Costs.ToString().ToLowerInvariant()}",
            $"in_doubt = {InDoubt.ToString().ToLowerInvariant()}",
            Limit is { } limit ? $"at most {limit} at once" : null,
        }.OfType<string>());
}
