namespace Reelwright.Engine.Ledger;

/// <summary>The states of a call in the ledger. A settled call (succeeded or failed) never changes again.</summary>
public enum CallState
{
    /// <summary>Committed before the call; it may or may not have reached the service.</summary>
    Intent,

    /// <summary>The service took it and named an operation that can be polled.</summary>
    Accepted,

    Succeeded,

    /// <summary>Definitely failed, charged or not. The next attempt has the next generation.</summary>
    Failed,

    /// <summary>The service may have done it. See <see cref="Running.CallDecision"/> for what follows.</summary>
    Unknown,
}

/// <summary>The words of the states on the wire and in the database.</summary>
public static class CallStates
{
    public static bool IsSettled(this CallState state) => state is CallState.Succeeded or CallState.Failed;

    public static string ToWord(this CallState state) => state switch
    {
        CallState.Intent => "intent",
        CallState.Accepted => "accepted",
        CallState.Succeeded => "succeeded",
        CallState.Failed => "failed",
        CallState.Unknown => "unknown",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not a state of a call."),
    };

    public static CallState Parse(string word) => word switch
    {
        "intent" => CallState.Intent,
        "accepted" => CallState.Accepted,
        "succeeded" => CallState.Succeeded,
        "failed" => CallState.Failed,
        "unknown" => CallState.Unknown,
        _ => throw new ArgumentException($"\"{word}\" is not a state of a call.", nameof(word)),
    };
}
