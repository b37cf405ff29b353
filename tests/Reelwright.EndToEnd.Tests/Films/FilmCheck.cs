using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Reelwright.EndToEnd.Tests.Films;

/// <summary><c>eng/check-film.sh</c>, the judge that shares no code with the product.</summary>
internal static class FilmCheck
{
    /// <summary>Throws with the judge's own words unless the film passes.</summary>
    public static async Task PassAsync(string film, string frame, int seconds, [CallerFilePath] string here = "")
    {
        var script = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../eng/check-film.sh"));
        using var process = Process.Start(new ProcessStartInfo("bash", [script, film, frame, $"{seconds}"]) { RedirectStandardOutput = true })!;
        var words = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, words);
    }
}
