using Reelwright.Media.Vector;

namespace Reelwright.Doctor;

/// <summary>Whether films can be drawn, encoded and measured.</summary>
internal static class MediaFindings
{
    public static async Task<IReadOnlyList<Finding>> FindAsync(CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        return [Drawing()];
    }

    private static Finding Drawing() => SvgRaster.Probe() is { } problem
        ? Finding.Fail("drawing", problem, "apt-get install librsvg2-2 libcairo2")
        : Finding.Ok("drawing", "librsvg and cairo draw");
}
