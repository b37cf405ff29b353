namespace Reelwright.Simulation.Scheduling;

/// <summary>
/// A process of the simulated world: a node, the database, the services. Its continuations and timers run only when the scheduler chooses
/// them, wait while it is paused, and never run again once it is dead.
/// </summary>
internal sealed class Actor(SimScheduler scheduler, string name, int number) : SynchronizationContext
{
    private readonly List<WorkItem> held = [];

    public string Name => name;

    /// <summary>Distinguishes the actors in the trace.</summary>
    public int Number => number;

    public bool IsDead { get; private set; }

    public bool IsPaused { get; private set; }

    public override void Post(SendOrPostCallback d, object? state) => scheduler.Enqueue(new WorkItem(this, d, state, InContext: true));

    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException("A simulated process runs nothing synchronously for another one.");

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs something in this process, without its synchronization context.</summary>
    public void Enqueue(SendOrPostCallback callback, object? state) => scheduler.Enqueue(new WorkItem(this, callback, state, InContext: false));

    /// <summary>Starts work in this process. A fault of the work is a fault of the simulation.</summary>
    public void Run(Func<Task> work) => Post(_ => scheduler.Watch(work()), null);

    public void Die()
    {
        IsDead = true;
        held.Clear();
    }

    public void Pause() => IsPaused = true;

    public void Resume()
    {
        IsPaused = false;
        foreach (var item in held)
        {
            scheduler.Enqueue(item);
        }

        held.Clear();
    }

    public void Hold(WorkItem item) => held.Add(item);
}
