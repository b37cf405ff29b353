namespace Reelwright.Engine.Jobs;

/// <summary>Why a job failed, and where.</summary>
public sealed record JobFailure
{
    public required string Code { get; init; }

    public required string Message { get; init; }

    public string? Stage { get; init; }

    public string? Service { get; init; }

    public int? Attempts { get; init; }

    public string? LastError { get; init; }

    /// <summary>The call's index within a stage that makes several calls.</summary>
    public int? Index { get; init; }
}

/// <summary>The failure codes that the engine itself gives; a stage gives its own for its calls.</summary>
public static class EngineFailureCodes
{
    public const string BudgetExceeded = "BUDGET_EXCEEDED";
    public const string PaymentInDoubt = "PAYMENT_IN_DOUBT";
    public const string DeadlineExceeded = "DEADLINE_EXCEEDED";

    /// <summary>Given by a service's client when the service will not make what it was asked for.</summary>
    public const string ContentRejected = "CONTENT_REJECTED";

    public const string InternalError = "INTERNAL_ERROR";
}
