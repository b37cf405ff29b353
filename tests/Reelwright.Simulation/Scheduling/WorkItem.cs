namespace Reelwright.Simulation.Scheduling;

/// <summary>A continuation that is ready to run, or a timer that is due.</summary>
/// <param name="InContext">Runs with its actor as the synchronization context; a timer's callback runs without, as on a thread
/// pool.</param>
internal readonly record struct WorkItem(Actor Actor, SendOrPostCallback Callback, object? State, bool InContext);
