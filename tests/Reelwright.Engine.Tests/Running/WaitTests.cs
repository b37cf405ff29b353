using Reelwright.Engine.Running;
using Reelwright.Engine.Tests.Fixture;

namespace Reelwright.Engine.Tests.Running;

/// <summary>2 s, 4 s, 8 s with jitter, or what the service asked for, within the limit.</summary>
public sealed class WaitTests
{
    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 4)]
    [InlineData(3, 8)]
    [InlineData(4, 16)]
    [InlineData(7, 128)]
    public void Each_failure_doubles_the_wait_and_jitter_spreads_it_by_a_fifth(int failures, double seconds)
    {
        Wait(failures, jitter: 0).ShouldBe(seconds * 0.8, tolerance: 1e-6);
        Wait(failures, jitter: 0.5).ShouldBe(seconds, tolerance: 1e-6);
        Wait(failures, jitter: 1).ShouldBe(seconds * 1.2, tolerance: 1e-6);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(int.MaxValue)]
    public void No_wait_is_longer_than_the_limit_however_often_it_failed(int failures)
    {
        Wait(failures, jitter: 0.5).ShouldBe(failures == 8 ? 256 : 300);
        Wait(failures, jitter: 1).ShouldBe(300);
    }

    [Theory]
    [InlineData(60, 60)]
    [InlineData(3, 3)]
    [InlineData(1, 2)]
    [InlineData(0, 2)]
    [InlineData(-5, 2)]
    [InlineData(301, 300)]
    [InlineData(31_536_000, 300)]
    public void Retry_After_is_honoured_between_the_backoff_and_the_limit(double asked, double expected)
    {
        Wait(failures: 1, jitter: 0.5, TimeSpan.FromSeconds(asked)).ShouldBe(expected, tolerance: 1e-6);
    }

    private static double Wait(int failures, double jitter, TimeSpan? retryAfter = null) =>
        OutcomeRules.Wait(failures, retryAfter, Traits.Idempotent, jitter).TotalSeconds;
}
