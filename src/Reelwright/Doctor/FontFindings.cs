using System.Diagnostics;

namespace Reelwright.Doctor;

/// <summary>Whether there are letters for the scripts of the world: fontconfig is asked for each by a language that is written in it.</summary>
internal static class FontFindings
{
    private const string Cure = "apt-get install fonts-inter fonts-noto-core fonts-noto-cjk (or the Noto fonts of your system)";

    private static readonly (string Script, string Language, Verdict IfMissing)[] Scripts =
    [
        ("Latin", "en", Verdict.Failure),
        ("Greek", "el", Verdict.Warning),
        ("Cyrillic", "ru", Verdict.Warning),
        ("Arabic", "ar", Verdict.Warning),
        ("Hebrew", "he", Verdict.Warning),
        ("Devanagari", "hi", Verdict.Warning),
        ("Thai", "th", Verdict.Warning),
        ("Chinese", "zh-cn", Verdict.Warning),
        ("Japanese", "ja", Verdict.Warning),
        ("Korean", "ko", Verdict.Warning),
    ];

    public static async Task<IReadOnlyList<Finding>> FindAsync(CancellationToken cancellationToken)
    {
        try
        {
            var families = await Task.WhenAll(Scripts.Select(script => FamiliesAsync(script.Language, cancellationToken)));
            var missing = Scripts.Where((_, index) => families[index] == 0).ToList();
            return missing.Count == 0
                ? [Finding.Ok("fonts", $"for {string.Join(", ", Scripts.Select(script => script.Script))}")]
                : [.. missing.Select(script => new Finding(script.IfMissing, "fonts", $"none for {script.Script}: such text would be drawn as boxes", Cure))];
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return [Finding.Fail("fonts", "fc-list is not there, so text can not be laid out", "apt-get install fontconfig fonts-inter fonts-noto-core fonts-noto-cjk")];
        }
    }

    private static async Task<int> FamiliesAsync(string language, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo("fc-list", [$":lang={language}", "family"]) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
    }
}
