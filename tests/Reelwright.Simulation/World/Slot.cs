namespace Reelwright.Simulation.World;

/// <summary>A place in a job that something is bought for.</summary>
internal readonly record struct Slot(int Job, string Service, int Index)
{
    public override string ToString() => $"{Service}[{Index}] of job {Job}";
}
