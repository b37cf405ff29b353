namespace Reelwright.Bench.Load;

/// <summary>A job that was accepted.</summary>
/// <param name="SentAt">When its creation was sent, UTC.</param>
/// <param name="Latency">Of the creation: from the instant it was scheduled for until its answer was here.</param>
internal readonly record struct SentJob(Guid Id, DateTimeOffset SentAt, TimeSpan Latency);
