using Reelwright.Contracts.Jobs;
using Spectre.Console;

namespace Reelwright.Watching;

/// <summary>A small table that is redrawn in place: stages, clips, time and the running cost.</summary>
internal sealed class LiveDisplay(IAnsiConsole console, TimeProvider time) : IProgressDisplay
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(200);

    public async Task<JobView> ShowAsync(IAsyncEnumerable<JobView> states, CancellationToken cancellationToken)
    {
        var job = await DrawAsync(states, cancellationToken);

        // Below the table, because a table that is higher than the terminal is cut.
        foreach (var warning in job.Warnings)
        {
            console.WriteLine(WarningLine.Of(warning), new Style(Color.Yellow));
        }

        return job;
    }

    private Task<JobView> DrawAsync(IAsyncEnumerable<JobView> states, CancellationToken cancellationToken)
    {
        var clock = new StageClock(time);
        return console.Live(new Text(string.Empty)).StartAsync(async context =>
        {
            JobView? latest = null;
            var source = states.GetAsyncEnumerator(cancellationToken);
            await using (source.ConfigureAwait(false))
            {
                // The clock goes on between two states, so the picture is drawn at each tick as well.
                var next = source.MoveNextAsync().AsTask();
                while (true)
                {
                    await Task.WhenAny(next, Task.Delay(Tick, time, cancellationToken));
                    if (next.IsCompleted)
                    {
                        if (!await next)
                        {
                            return latest!;
                        }

                        latest = source.Current;
                        clock.See(latest);
                        next = source.MoveNextAsync().AsTask();
                    }

                    if (latest is not null)
                    {
                        context.UpdateTarget(ProgressPicture.Draw(latest, clock));
                    }
                }
            }
        });
    }
}
