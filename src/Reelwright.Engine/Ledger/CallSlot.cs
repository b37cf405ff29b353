namespace Reelwright.Engine.Ledger;

/// <summary>A call's place in the job, whatever its generation.</summary>
public readonly record struct CallSlot(string Stage, int Index)
{
    public static CallSlot Of(LedgerCall call) => Of(call.Id);

    public static CallSlot Of(CallId id) => new(id.Stage, id.Index);
}
