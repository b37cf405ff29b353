using System.Reflection;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;

namespace Reelwright.Testing.Crashes;

/// <summary>All that a store is.</summary>
public interface IWholeStore : IJobStore, IJobReader, IAsyncDisposable;

/// <summary>A store with crash points around its steps; its other verbs, whichever there are, pass.</summary>
public class CrashingStore : DispatchProxy
{
    private IJobStore store = null!;
    private CrashPoint point = null!;

    internal static IJobStore Around(IJobStore store, CrashPoint point)
    {
        var around = Create<IWholeStore, CrashingStore>();
        ((CrashingStore)(object)around).store = store;
        ((CrashingStore)(object)around).point = point;
        return around;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name == nameof(IJobStore.CommitAsync)
        ? CommitAsync((JobStep)args![0]!, (CancellationToken)args[1]!)
        : targetMethod.Invoke(store, BindingFlags.DoNotWrapExceptions, null, args, null);

    private async Task<StepOutcome> CommitAsync(JobStep step, CancellationToken cancellationToken)
    {
        var intends = step.Intents.Any(call => CrashPoint.Concerns(call.Request));
        if (intends)
        {
            point.Reach(CrashPoint.BeforeIntent);
        }

        var outcome = await store.CommitAsync(step, cancellationToken);
        if (intends)
        {
            point.Reach(CrashPoint.AfterIntent);
        }

        if (step.Updates.Any(call => call.State == CallState.Accepted))
        {
            point.Reach(CrashPoint.AfterIdWritten);
        }

        if (step.Updates.Any(call => call.State.IsSettled()))
        {
            point.Reach(CrashPoint.AfterSettling);
        }

        return outcome;
    }
}
