namespace Reelwright.Engine.Jobs;

/// <summary>The states of a job. Their words on the wire and in the database are in <see cref="JobStates"/>.</summary>
public enum JobState
{
    Queued,
    Processing,
    AwaitingApproval,
    Completed,
    Failed,
    Cancelled,
}

/// <summary>
/// The table of allowed transitions, and the words of the states. Every state change asks it; the database enforces it once more.
/// </summary>
public static class JobStates
{
    private static readonly (JobState From, JobState To)[] Allowed =
    [
        (JobState.Queued, JobState.Processing),
        (JobState.Queued, JobState.Cancelled),
        (JobState.Processing, JobState.Completed),
        (JobState.Processing, JobState.Failed),
        (JobState.Processing, JobState.Cancelled),
        (JobState.Processing, JobState.AwaitingApproval),
        (JobState.AwaitingApproval, JobState.Queued),
        (JobState.AwaitingApproval, JobState.Cancelled),
        (JobState.Failed, JobState.Queued),
        (JobState.Cancelled, JobState.Queued),
    ];

    public static IReadOnlyList<(JobState From, JobState To)> Transitions => Allowed;

    public static bool CanBecome(this JobState from, JobState to) => Allowed.Contains((from, to));

    /// <summary>Completed, failed and cancelled jobs have no owner and no work; the last two can be queued again by a retry.</summary>
    public static bool IsTerminal(this JobState state) =>
        state is JobState.Completed or JobState.Failed or JobState.Cancelled;

    public static string ToWord(this JobState state) => state switch
    {
        JobState.Queued => "queued",
        JobState.Processing => "processing",
        JobState.AwaitingApproval => "awaiting_approval",
        JobState.Completed => "completed",
        JobState.Failed => "failed",
        JobState.Cancelled => "cancelled",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not a job state."),
    };

    public static JobState Parse(string word) => TryParse(word, out var state)
        ? state
        : throw new ArgumentException($"\"{word}\" is not a job state.", nameof(word));

    public static bool TryParse(string word, out JobState state)
    {
        foreach (var candidate in Enum.GetValues<JobState>())
        {
            if (string.Equals(candidate.ToWord(), word, StringComparison.Ordinal))
            {
                state = candidate;
                return true;
            }
        }

        state = default;
        return false;
    }
}
