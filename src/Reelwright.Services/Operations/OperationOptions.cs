using System.ComponentModel.DataAnnotations;

namespace Reelwright.Services.Operations;

/// <summary>Section of the service, such as <c>Reelwright:Composition</c>: how many calls it runs and for how long.</summary>
public sealed class OperationOptions
{
    /// <summary>Calls that run at the same time.</summary>
    [Range(1, 1024)]
    public int MaxConcurrent { get; set; } = 4;

    /// <summary>Calls that may wait in the queue; more are answered 429. 256.</summary>
    [Range(0, 100_000)]
    public int MaxQueued { get; set; } = 256;

    /// <summary>A call that is not done by then is answered 202; 5 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Longest time of one call's work; it fails after that. 15 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Deadline { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long an answer is kept under its key; 24 hours.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan KeepFor { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Number of process crashes during one call's work after which the call fails; 2.</summary>
    [Range(0, 100)]
    public int MaxRestarts { get; set; } = 2;
}
