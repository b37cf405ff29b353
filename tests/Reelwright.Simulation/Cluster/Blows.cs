using Reelwright.Engine.Store;
using Reelwright.Simulation.Plans;

namespace Reelwright.Simulation.Cluster;

/// <summary>What the plan does to a node, or asks for, at a certain step of a job.</summary>
internal sealed class Blows(SimWorld world)
{
    private readonly ILookup<(HappeningKind Kind, int Job, int Nth), Happening> planned =
        world.Plan.Happenings.ToLookup(one => (one.Kind, one.Job, one.Nth));

    private readonly Dictionary<int, int> commits = [];
    private readonly Dictionary<int, int> sends = [];

    /// <summary>True when the node must not hear of the commit.</summary>
    public bool AfterCommit(SimNode node, JobStep step)
    {
        var job = world.NumberOf(step.Fence.Job);
        var nth = commits[job] = commits.GetValueOrDefault(job) + 1;
        if (world.Story.IsTold)
        {
            world.Story.Tell($"{node.Name} commits step {nth} of job {job}: {StepWords.Describe(step)}");
        }

        Strike(node, HappeningKind.KillAfterCommit, HappeningKind.PauseAfterCommit, job, nth);
        return planned[(HappeningKind.LoseCommit, job, nth)].Any() && !world.Wire.IsCalm;
    }

    public void AfterSend(SimNode node, int job)
    {
        var nth = sends[job] = sends.GetValueOrDefault(job) + 1;
        Strike(node, HappeningKind.KillAfterSend, HappeningKind.PauseAfterSend, job, nth);
        foreach (var cancel in planned[(HappeningKind.CancelAfterSend, job, nth)])
        {
            world.Later(cancel.Seconds, () => world.People.Cancel(job));
        }
    }

    private void Strike(SimNode node, HappeningKind kill, HappeningKind pause, int job, int nth)
    {
        if (world.Wire.IsCalm)
        {
            return;
        }

        foreach (var one in planned[(kill, job, nth)])
        {
            world.Kill(node, one.Seconds);
        }

        foreach (var one in planned[(pause, job, nth)])
        {
            world.Pause(node, one.Seconds);
        }
    }
}
