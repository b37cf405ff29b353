using System.Globalization;
using Reelwright.Simulation.Scheduling;

namespace Reelwright.Simulation.Stories;

/// <summary>What happened, in words with times. Kept only in runs whose story somebody reads.</summary>
internal sealed class Story(SimScheduler scheduler, bool isTold)
{
    private readonly List<string> lines = [];

    public bool IsTold => isTold;

    public IReadOnlyList<string> Lines => lines;

    public void Tell(string line)
    {
        if (isTold)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{scheduler.Elapsed.TotalSeconds,9:0.000} s  {line}"));
        }
    }
}
