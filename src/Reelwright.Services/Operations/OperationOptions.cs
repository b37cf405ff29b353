using System.ComponentModel.DataAnnotations;

namespace Reelwright.Services.Operations;

/// <summary>Section of the service, such as <c>Reelwright:Composition</c>: how it works through calls.</summary>
public sealed class OperationOptions
{
    /// <summary>Calls that are worked on at once.</summary>
    [Range(1, 1024)]
    public int MaxConcurrent { get; set; } = 4;

    /// <summary>Calls that may wait for their turn; more are answered 429. 256.</summary>
    [Range(0, 100_000)]
    public int MaxQueued { get; set; } = 256;

    /// <summary>A call that is not done by then is answered 202; 5 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Work that takes longer is given up; 15 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Deadline { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long an answer is kept under its key; 24 hours.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan KeepFor { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Work over which the process died more often than this is given up; 2.</summary>
    [Range(0, 100)]
    public int MaxRestarts { get; set; } = 2;
}
