using Reelwright.Engine.Store;

namespace Reelwright.Simulation.Cluster;

/// <summary>The way from a node to the database and back. The database does what has arrived, whatever becomes of the node.</summary>
internal sealed class StoreLink(SimWorld world, SimNode node)
{
    private static readonly TimeSpan Refusal = TimeSpan.FromSeconds(0.2);

    public async Task<T> CallAsync<T>(string verb, object?[] arguments, Func<Task<T>> call)
    {
        if (world.Scheduler.Elapsed < node.DatabaseAwayUntil)
        {
            await Task.Delay(Refusal, node.Time, CancellationToken.None);
            throw new IOException($"{verb}: the database does not answer.");
        }

        var answer = new TaskCompletionSource<T>();
        world.DatabaseActor.Run(() => DoAsync(verb, arguments, call, answer));
        return await answer.Task;
    }

    private async Task DoAsync<T>(string verb, object?[] arguments, Func<Task<T>> call, TaskCompletionSource<T> answer)
    {
        try
        {
            var result = await call();
            world.Oracle.Done(verb, arguments, result);
            if (arguments[0] is JobStep step && result is StepOutcome.Applied && world.Blows.AfterCommit(node, step))
            {
                throw new IOException($"{verb}: the connection broke while the database committed.");
            }

            answer.SetResult(result);
        }
        catch (Exception exception)
        {
            answer.SetException(exception);
        }
    }
}
