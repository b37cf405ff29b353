using System.ComponentModel.DataAnnotations;

namespace Reelwright.Engine;

/// <summary>The engine's numbers. Times are <see cref="TimeSpan"/>s in configuration: <c>00:00:05</c>.</summary>
public sealed class EngineOptions : IValidatableObject
{
    /// <summary>Jobs that this node works on at once; with 0 it works on none and only answers.</summary>
    [Range(0, 100_000)]
    public int MaxJobsInFlight { get; set; } = 500;

    /// <summary>Calls of one stage of one job that run in parallel.</summary>
    [Range(1, 64)]
    public int MaxParallelClips { get; set; } = 4;

    /// <summary>How long the answer to a parse or image request serves equal requests of other jobs; 0 turns the cache off.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00")]
    public TimeSpan CacheLifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How long a job may be worked on, from its first claim after creation or retry.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan JobDeadline { get; set; } = TimeSpan.FromMinutes(60);

    /// <summary>Waits up to this long stay in memory; longer ones are rows in the database.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan LongestWaitInMemory { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often the database is asked for ready jobs, beneath all signals.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How often the database is asked for cancel requests, beneath all signals, so that a cancel reaches the provider within a second.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan CancelPollInterval { get; set; } = TimeSpan.FromSeconds(0.4);

    /// <summary>How often a node renews its lease.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan HeartbeatInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>A node that has not renewed its lease for this long is dead.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:10:00")]
    public TimeSpan LeaseTime { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long before the end of its lease a node that can't renew stops making paid calls.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan LeaseMargin { get; set; } = TimeSpan.FromSeconds(1.5);

    /// <summary>
    /// A job fails after so many deaths of its nodes in a row that only this job can have caused; see <see cref="Jobs.PoisonJobRules"/>.
    /// </summary>
    [Range(1, 100)]
    public int MaxDeaths { get; set; } = 3;

    /// <summary>How long a cancelled job waits to learn what its stopped calls cost.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan CancelTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// At shutdown, how long the node waits for the answers to its requests. Then it hands the jobs over; the next owner asks again under
    /// the same key.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan ReleaseTimeout { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>The same for services that are not idempotent, where a call without an answer is in doubt.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:30:00")]
    public TimeSpan ReleaseDoubtTimeout { get; set; } = TimeSpan.FromSeconds(95);

    /// <summary>US dollars of a job's cost at which a warning is given.</summary>
    [Range(0, 1_000_000)]
    public decimal BudgetWarningUsd { get; set; } = 5m;

    /// <summary>US dollars in doubt up to which a job buys again without asking; a request may name its own sum.</summary>
    [Range(0, 1_000_000)]
    public decimal MaxInDoubtUsd { get; set; }

    /// <summary>
    /// How often the database is asked for open calls of ended jobs, whose bill is not known yet; the first wait between two questions to
    /// a service.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00")]
    public TimeSpan OpenCallInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest wait between two questions about the same open call.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "1.00:00:00")]
    public TimeSpan MaxOpenCallInterval { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long an open call is followed, from its acceptance or else from its last send. Then its estimate stays in doubt.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "30.00:00:00")]
    public TimeSpan OpenCallRetention { get; set; } = TimeSpan.FromHours(24);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (HeartbeatInterval * 2 > LeaseTime - LeaseMargin)
        {
            yield return new ValidationResult(
                $"Two {nameof(HeartbeatInterval)}s must fit into {nameof(LeaseTime)} less {nameof(LeaseMargin)}, or the node could not spend between them: "
                + $"{HeartbeatInterval} does not, with {LeaseTime} less {LeaseMargin}.",
                [nameof(HeartbeatInterval), nameof(LeaseTime), nameof(LeaseMargin)]);
        }
    }
}
