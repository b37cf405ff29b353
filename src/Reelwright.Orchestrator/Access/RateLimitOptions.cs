using System.ComponentModel.DataAnnotations;

namespace Reelwright.Orchestrator.Access;

/// <summary>Section <c>Reelwright:RateLimit</c>: limits for one caller on one node.</summary>
public sealed class RateLimitOptions
{
    public const string Section = "RateLimit";

    /// <summary>False turns the two limits per window off; true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Jobs created in a window; 10. Invalid requests don't count.</summary>
    [Range(1, 1_000_000)]
    public int Creations { get; set; } = 10;

    /// <summary>Calls of any kind in a window; 300.</summary>
    [Range(1, 1_000_000)]
    public int Calls { get; set; } = 300;

    /// <summary>Length of the sliding window; 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Event streams that one caller may hold open at a time; 20. Always on.</summary>
    [Range(1, 10_000)]
    public int Streams { get; set; } = 20;
}
