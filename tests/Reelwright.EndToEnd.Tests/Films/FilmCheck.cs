using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Reelwright.EndToEnd.Tests.Films;

/// <summary><c>eng/check-film.sh</c>, the judge that shares no code with the product.</summary>
internal static class FilmCheck
{
    /// <summary>Throws with the judge's own words unless the film passes. Returns what it measured.</summary>
    public static async Task<JsonElement> PassAsync(string film, string frame, int seconds, [CallerFilePath] string here = "")
    {
        var script = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../eng/check-film.sh"));
        var report = $"{film}.json";
        using var process = Process.Start(new ProcessStartInfo("bash", [script, "--json", report, film, frame, $"{seconds}"]) { RedirectStandardOutput = true })!;
        var words = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, words);
        using var measured = JsonDocument.Parse(await File.ReadAllTextAsync(report));
        return measured.RootElement.Clone();
    }
}
