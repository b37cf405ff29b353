namespace Reelwright.Testing.Fakes;

/// <summary>What goes wrong.</summary>
public enum FaultKind
{
    /// <summary>Answers <see cref="FakeFault.Status"/>, with the error envelope or without.</summary>
    Status,

    /// <summary>Resets the connection before a byte of the answer.</summary>
    Reset,

    /// <summary>Resets it within the answer.</summary>
    ResetMidBody,

    /// <summary>Ends the stream in good order within the answer.</summary>
    Truncated,

    /// <summary>Answers 200 with half a JSON text.</summary>
    Malformed,

    /// <summary>Answers 200 with a page.</summary>
    Html,

    /// <summary>Answers 200 with nothing.</summary>
    Empty,

    /// <summary>Answers as ever, but <see cref="FakeFault.DelayMs"/> later.</summary>
    Slow,

    /// <summary>Answers one byte a second.</summary>
    Drip,

    /// <summary>Never answers.</summary>
    Hang,

    /// <summary>Answers 200 with <c>success: false</c>.</summary>
    Fail,

    /// <summary>Answers 200 with <see cref="FakeFault.Body"/> as the result; without one, with an empty result.</summary>
    WrongContract,
}

/// <summary>What a fault meets.</summary>
public enum FaultTarget
{
    Call,
    Poll,
}

/// <summary>A fault and the questions that it meets.</summary>
public sealed record FakeFault
{
    public required FaultKind Kind { get; init; }

    public FaultTarget On { get; init; }

    /// <summary>Null meets every service.</summary>
    public string? Service { get; init; }

    /// <summary>Null meets every scene.</summary>
    public int? Scene { get; init; }

    /// <summary>Null meets every job.</summary>
    public string? Job { get; init; }

    /// <summary>Of the questions about one (job, stage, scene), the first that it meets; they count from 1.</summary>
    public int From { get; init; } = 1;

    /// <summary>The last that it meets.</summary>
    public int To { get; init; } = 1;

    /// <summary>The work is done and charged all the same; only the answer goes wrong.</summary>
    public bool Bills { get; init; }

    public int Status { get; init; } = 500;

    /// <summary>Of a status: with the error envelope.</summary>
    public bool Envelope { get; init; }

    public bool? Retryable { get; init; }

    public string Code { get; init; } = "INJECTED";

    public string Message { get; init; } = "injected failure";

    /// <summary>Of an envelope: what the failure costs.</summary>
    public decimal? Cost { get; init; }

    /// <summary>The header as it is written.</summary>
    public string? RetryAfter { get; init; }

    public int DelayMs { get; init; }

    /// <summary>A body of its own.</summary>
    public string? Body { get; init; }

    internal bool Meets(FaultTarget target, string service, string? job, int scene, int attempt) =>
        On == target && attempt >= From && attempt <= To
        && (Service is null || Service == service)
        && (Scene is null || Scene == scene)
        && (Job is null || Job == job);
}
