using Reelwright.Bench.Fakes;

namespace Reelwright.Bench.Rig;

/// <summary>Waits until all films are made, by asking the fake services and not the system under test.</summary>
internal static class Finish
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestStandstill = TimeSpan.FromSeconds(30);

    public static Task WaitAsync(FakesProcess fakes, int jobs, CancellationToken cancellationToken) =>
        WaitAsync(fakes, progress => progress.Composed >= jobs, $"{jobs} films", cancellationToken);

    public static async Task WaitAsync(FakesProcess fakes, Func<FakeProgress, bool> condition, string what, CancellationToken cancellationToken)
    {
        var time = TimeProvider.System;
        var (last, movedAt) = (-1L, time.GetTimestamp());
        for (var progress = await fakes.ProgressAsync(cancellationToken); !condition(progress); progress = await fakes.ProgressAsync(cancellationToken))
        {
            if (progress.Asked != last)
            {
                (last, movedAt) = (progress.Asked, time.GetTimestamp());
            }
            else if (time.GetElapsedTime(movedAt) > LongestStandstill)
            {
                throw new BenchFailedException($"Waiting for {what}, nothing has moved for {LongestStandstill.TotalSeconds} s: {progress.Composed} films after {progress.Asked} questions.");
            }

            await Task.Delay(Glance, time, cancellationToken);
        }
    }
}
