using Reelwright.Engine.Ledger;

namespace Reelwright.Engine.Pipeline;

/// <summary>
/// One step of the pipeline. It is pure: it plans calls from what is known and publishes what they answered; the engine makes the calls,
/// saves each answer and decides what comes next. Calls run at least once; the services' idempotency makes that harmless.
/// </summary>
public abstract class Stage
{
    public abstract string Name { get; }

    /// <summary>The service that all its calls go to.</summary>
    public abstract string Service { get; }

    /// <summary>The job's percentage when the stage is done; in between it grows linearly with its calls, rounded down.</summary>
    public abstract int ProgressAfter { get; }

    /// <summary>The code of a job that fails here.</summary>
    public abstract string FailureCode { get; }

    /// <summary>The kind of the event for a single call, such as <c>clip</c>; null where the stage has only its own event.</summary>
    public virtual string? CallEvent => null;

    /// <summary>The calls to make, in order. The same input always plans the same calls.</summary>
    /// <exception cref="StageException">An earlier answer can't be used.</exception>
    public abstract IReadOnlyList<PlannedCall> Plan(JobInput input);

    /// <summary>The faults of a good answer that the job's owner sees.</summary>
    public virtual IReadOnlyList<StageWarning> Warnings(string response) => [];

    /// <summary>
    /// The faults of a good answer to <paramref name="request"/>, for stages whose warnings depend on what was asked for.
    /// </summary>
    public virtual IReadOnlyList<StageWarning> Warnings(string request, string response) => Warnings(response);

    /// <summary>The calls of earlier stages that delivered <paramref name="source"/>; empty when none did.</summary>
    public virtual IReadOnlyList<CallSlot> DeliveriesOf(UnusableSource source, JobInput input) => [];

    /// <summary>
    /// The named JSON documents of this stage for the job's readers, as far as they are known. The engine does not read them.
    /// </summary>
    public abstract IReadOnlyDictionary<string, string> Publish(JobInput input);
}

/// <summary>A stage can't be planned from what earlier stages answered; the message says what is wrong.</summary>
public sealed class StageException(string message) : Exception(message);
