using System.Runtime.CompilerServices;

namespace Reelwright.Testing.Time;

/// <summary>Waits for what other processes and threads do, in real time and within a bound.</summary>
public static class Eventually
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    /// <summary>Returns once the condition holds; fails with its text when it does not within <paramref name="bound"/>.</summary>
    public static async Task Within(
        TimeSpan bound, Func<Task<bool>> condition, CancellationToken cancellationToken, [CallerArgumentExpression(nameof(condition))] string? text = null)
    {
        var time = TimeProvider.System;
        var started = time.GetTimestamp();
        while (!await condition())
        {
            if (time.GetElapsedTime(started) > bound)
            {
                throw new TimeoutException($"Not within {bound.TotalSeconds:0.#} s: {text}");
            }

            await Task.Delay(Glance, time, cancellationToken);
        }
    }

    public static Task Within(
        TimeSpan bound, Func<bool> condition, CancellationToken cancellationToken, [CallerArgumentExpression(nameof(condition))] string? text = null) =>
        Within(bound, () => Task.FromResult(condition()), cancellationToken, text);
}
