using Reelwright.Bench.Measuring;
using Reelwright.Bench.Reporting;
using Reelwright.Bench.Rig;

namespace Reelwright.Bench;

/// <summary>
/// All phases, as often as wished. Repeats are the outer loop, so that a machine that drifts drifts for all phases alike.
/// </summary>
internal static class BenchRun
{
    private static readonly TimeSpan PhaseBound = TimeSpan.FromMinutes(8);

    public static async Task<Results> RunAsync(BenchOptions options, CancellationToken cancellationToken)
    {
        var results = new Results();
        await using var rig = await TestRig.StartAsync(options, results, cancellationToken);
        for (var repeat = 1; repeat <= options.Repeats; repeat++)
        {
            foreach (var phase in options.Phases.Where(phase => !(options.Sqlite && phase.NeedsPostgres)))
            {
                Console.Error.WriteLine($"{repeat}/{options.Repeats} {phase.Name}");
                var foreign = new ForeignLoad();
                using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                bound.CancelAfter(PhaseBound);
                try
                {
                    await phase.RunAsync(rig, bound.Token);
                }
                catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
                {
                    // One phase that fails says so in the table, and the others are measured all the same.
                    Console.Error.WriteLine($"  FAILED: {(exception is BenchFailedException ? exception.Message : exception)}");
                    results.Failures.Add($"{phase.Name}: {exception.Message}");
                }

                results.AddForeignLoad(phase.Name, foreign.Share());
            }
        }

        return results;
    }
}
