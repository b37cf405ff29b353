using Reelwright.Simulation.Scheduling;

namespace Reelwright.Simulation.Cluster;

/// <summary>
/// Runs the tasks of a store as the process "database" of whichever world uses the store now: opening a database for each world would cost
/// more than the world.
/// </summary>
internal sealed class SwitchingScheduler : TaskScheduler
{
    private static readonly SendOrPostCallback Execute = static state =>
    {
        var (scheduler, task) = ((SwitchingScheduler, Task))state!;
        if (scheduler.waiting.Remove(task))
        {
            scheduler.TryExecuteTask(task);
        }
    };

    private readonly List<Task> waiting = [];
    private Actor? database;

    /// <summary>From now on this process does the work. What the world before has left is done first.</summary>
    public void Attach(Actor process)
    {
        database = process;
        waiting.ForEach(task => process.Enqueue(Execute, (this, task)));
    }

    protected override void QueueTask(Task task)
    {
        waiting.Add(task);
        database?.Enqueue(Execute, (this, task));
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => waiting;
}
