using System.Diagnostics;
using System.Runtime.CompilerServices;
using Reelwright.EndToEnd.Tests.Running;

namespace Reelwright.EndToEnd.Tests.Commands;

/// <summary>Which font packages <c>eng/system.sh</c> misses on a machine with these fonts.</summary>
public sealed class MissingPackagesTests : IDisposable
{
    private const string Core = "Noto Sans,Noto Sans Arabic,Noto Sans Hebrew,Noto Sans Devanagari,Noto Sans Thai";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("", "fonts-inter,fonts-noto-core,fonts-noto-cjk")]
    [InlineData($"Inter,{Core},Noto Sans CJK JP", "")]
    [InlineData("Inter,Noto Sans Mono,Noto Sans CJK JP,Noto Sans CJK SC,DejaVu Sans", "fonts-noto-core")]
    [InlineData("Inter,Noto Sans,Noto Sans CJK JP", "fonts-noto-core")]
    [InlineData("Inter,Noto Sans,Noto Sans Arabic,Noto Sans Hebrew,Noto Sans Devanagari,Noto Sans Thai Looped,Noto Sans CJK JP", "fonts-noto-core")]
    [InlineData($"Inter Display,Inter Tight,{Core},Noto Sans CJK SC", "fonts-inter")]
    [InlineData($"Inter,{Core},Noto Sans Mono CJK JP", "fonts-noto-cjk")]
    [InlineData("Inter,Noto Sans,Geeza Pro,Arial Hebrew,Kohinoor Devanagari,Thonburi,Hiragino Sans", "")]
    public async Task Fonts_are_told_apart_by_their_whole_names(string families, string missing)
    {
        await File.WriteAllTextAsync(folder["fc-list"], $"#!/bin/sh\nprintf '%s\\n' '{families.Replace(",", "' '", StringComparison.Ordinal)}'\n", TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo("bash", ["-c", "chmod +x \"$1/fc-list\"; PATH=$1:$PATH; root=$1; . \"$2\"; missing_packages | grep ^fonts-", "test", folder.Path, Script()])
        {
            RedirectStandardOutput = true,
        };

        using var script = Process.Start(start)!;
        var said = await script.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await script.WaitForExitAsync(TestContext.Current.CancellationToken);

        said.Trim().Replace('\n', ',').ShouldBe(missing);
    }

    private static string Script([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../eng/system.sh"));
}
