using System.Globalization;
using Reelwright.Simulation.Plans;

namespace Reelwright.Simulation.World;

internal enum WorkState
{
    Running,
    Succeeded,
    Failed,
    Cancelled,
}

/// <summary>One piece of work that a provider has begun for a request.</summary>
/// <param name="number">The operation's id: unique at its provider only.</param>
internal sealed class Work(Provider provider, int number, string key, Slot slot, TimeSpan arrivedAt)
{
    public Provider Provider => provider;

    public string Id { get; } = number.ToString(CultureInfo.InvariantCulture);

    public string Key => key;

    public Slot Slot => slot;

    public TimeSpan ArrivedAt => arrivedAt;

    public WorkState State { get; private set; }

    /// <summary>US dollars, once the work has ended.</summary>
    public decimal Billed { get; private set; }

    /// <summary>What is wrong with the work itself.</summary>
    public WireFault? Fault { get; init; }

    /// <summary>The provider does not find it any more.</summary>
    public bool IsForgotten { get; set; }

    /// <summary>Called once the work has ended.</summary>
    public List<Action> Waiting { get; } = [];

    public void End(WorkState state, decimal billed)
    {
        (State, Billed) = (state, billed);
        Waiting.ForEach(waiting => waiting());
        Waiting.Clear();
    }
}
