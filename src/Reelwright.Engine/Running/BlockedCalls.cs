using Reelwright.Engine.Ledger;

namespace Reelwright.Engine.Running;

/// <summary>The calls of one job that are not begun although nothing of the job's own is in their way.</summary>
internal sealed class BlockedCalls
{
    private readonly HashSet<CallSlot> waiting = [];
    private readonly HashSet<CallSlot> notReusable = [];
    private readonly HashSet<CallId> notFindable = [];

    public bool Any => waiting.Count > 0;

    public bool Waits(CallSlot slot) => waiting.Contains(slot);

    /// <summary>The cache had an answer whose media are gone: the call is made.</summary>
    public bool IsNotReusable(CallSlot slot) => notReusable.Contains(slot);

    /// <summary>The service has no look-up for this call.</summary>
    public bool CannotBeFound(CallId call) => notFindable.Contains(call);

    public void Hold(CallId call) => waiting.Add(CallSlot.Of(call));

    /// <summary>What was waited for may be there: each is tried again.</summary>
    public void Release() => waiting.Clear();

    public void MarkNotReusable(CallId call) => notReusable.Add(CallSlot.Of(call));

    public void MarkNotFindable(CallId call) => notFindable.Add(call);
}
