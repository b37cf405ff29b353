using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Reelwright.Media.Ffmpeg;
using Reelwright.Media.Text;
using Reelwright.Media.Vector;
using Reelwright.Orchestrator.Health;

namespace Reelwright.Doctor;

/// <summary>Whether films can be drawn, encoded and measured.</summary>
internal static class MediaFindings
{
    /// <summary>Looks at the programs and fonts as the services in this process would find them.</summary>
    public static async Task<IReadOnlyList<MediaFinding>> FindAsync(CancellationToken cancellationToken)
    {
        var ffmpeg = Ffmpeg();
        return await new MediaTools(ffmpeg, new FontLibrary(ffmpeg)).CheckAsync(cancellationToken);
    }

    /// <summary>As the services in this process would find it.</summary>
    public static FfmpegProcess Ffmpeg()
    {
        var options = new ConfigurationBuilder().AddEnvironmentVariables().Build().GetSection(FfmpegOptions.Section).Get<FfmpegOptions>() ?? new FfmpegOptions();
        return new FfmpegProcess(new FfmpegTools(options), TimeProvider.System, NullLogger<FfmpegProcess>.Instance);
    }

    /// <summary>For the doctor: what is well is said in few lines, what is not in one line each.</summary>
    public static IEnumerable<Finding> ToFindings(IReadOnlyList<MediaFinding> found)
    {
        var (well, ill) = (found.Where(finding => finding.Found).ToList(), found.Where(finding => !finding.Found));
        foreach (var finding in well.Where(finding => !IsPart(finding)))
        {
            yield return Finding.Ok(finding.Name, finding.Detail);
        }

        foreach (var parts in well.Where(IsPart).GroupBy(finding => finding.Name.Split(' ')[0]))
        {
            yield return Finding.Ok($"{parts.Key}s", string.Join(", ", parts.Select(part => part.Name[(parts.Key.Length + 1)..].Replace("for ", string.Empty, StringComparison.Ordinal))));
        }

        foreach (var finding in ill)
        {
            yield return new Finding(finding.Required ? Verdict.Failure : Verdict.Warning, finding.Name, finding.Detail, finding.Cure);
        }

        yield return SvgRaster.Probe() is { } problem
            ? Finding.Fail("drawing", problem, "install librsvg and cairo as above")
            : Finding.Ok("drawing", "a picture can be drawn");
    }

    /// <summary>For <c>/health/ready</c> of an orchestrator whose services run in the same process.</summary>
    public static ReadinessCheck Readiness() => new("media_tools", async cancellationToken =>
        MediaFault.Of(await FindAsync(cancellationToken)) is { } fault ? new ReadinessFault($"{fault.Problem}.", fault.Cure) : null);

    private static bool IsPart(MediaFinding finding) => finding.Name.Contains(' ', StringComparison.Ordinal);
}
