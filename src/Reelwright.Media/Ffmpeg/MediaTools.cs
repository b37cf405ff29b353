using System.Runtime.InteropServices;
using Reelwright.Media.Text;

namespace Reelwright.Media.Ffmpeg;

/// <summary>Checks whether this machine has everything that films need, for doctor, start-up and readiness.</summary>
public sealed class MediaTools(FfmpegProcess ffmpeg, FontLibrary fonts)
{
    private const string FullBuild = "Install a full build of ffmpeg (Debian, Ubuntu: apt-get install ffmpeg; macOS: brew install ffmpeg).";
    private static readonly Version _oldest = new(4, 4);

    private static readonly (string Kind, string Name, bool Required, string Without)[] _parts =
    [
        ("encoder", "libx264", true, "no film can be encoded"),
        ("encoder", "aac", true, "no sound can be encoded"),
        ("filter", "ass", true, "no text can be drawn"),
        ("filter", "ebur128", true, "loudness cannot be measured"),
        ("filter", "alimiter", true, "loudness cannot be set"),
        ("filter", "sidechaincompress", false, "music does not step back for a voice"),
        ("filter", "flite", false, "there is no English voice-over"),
    ];

    /// <summary>All findings; never throws for what is missing.</summary>
    public async Task<IReadOnlyList<MediaFinding>> CheckAsync(CancellationToken cancellationToken)
    {
        var findings = new List<MediaFinding>
        {
            await VersionAsync(MediaTool.Ffmpeg, cancellationToken).ConfigureAwait(false),
            await VersionAsync(MediaTool.Ffprobe, cancellationToken).ConfigureAwait(false),
        };
        if (findings[0].Found)
        {
            var encoders = await ListAsync("-encoders", cancellationToken).ConfigureAwait(false);
            var filters = await ListAsync("-filters", cancellationToken).ConfigureAwait(false);
            findings.AddRange(_parts.Select(part => Part(part, part.Kind == "encoder" ? encoders : filters)));
        }

        findings.Add(Espeak());
        findings.Add(Library("librsvg", "librsvg-2.so.2", "librsvg-2.2.dylib", "apt-get install librsvg2-2; macOS: brew install librsvg"));
        findings.Add(Library("cairo", "libcairo.so.2", "libcairo.2.dylib", "apt-get install libcairo2; macOS: brew install cairo"));
        findings.AddRange(await FontsAsync(cancellationToken).ConfigureAwait(false));
        return findings;
    }

    /// <summary>The names in a listing of <c>ffmpeg -filters</c> or <c>-encoders</c>: flags, then the name.</summary>
    internal static HashSet<string> Names(string listing) =>
        [.. listing.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(words => words.Length > 2).Select(words => words[1])];

    /// <summary>The number in the first line of <c>-version</c>; null for builds that are named by a date or a commit.</summary>
    internal static Version? VersionOf(string text)
    {
        var word = text.Split(' ').SkipWhile(part => part != "version").ElementAtOrDefault(1) ?? "";
        var digits = string.Concat(word.TrimStart('n').TakeWhile(character => char.IsAsciiDigit(character) || character == '.')).Trim('.');
        return Version.TryParse(digits.Contains('.', StringComparison.Ordinal) ? digits : digits + ".0", out var version) ? version : null;
    }

    private async Task<MediaFinding> VersionAsync(MediaTool tool, CancellationToken cancellationToken)
    {
        var name = tool.ToString().ToLowerInvariant();
        try
        {
            var first = (await RunAsync(tool, ["-version"], cancellationToken).ConfigureAwait(false)).Split('\n')[0].Trim();
            var old = VersionOf(first) is { } version && version < _oldest;
            return new MediaFinding
            {
                Name = name,
                Found = !old,
                Required = true,
                Detail = old ? $"{first} is older than {_oldest}" : $"{first} ({ffmpeg.Tools.PathOf(tool)})",
                Cure = old ? FullBuild : null,
            };
        }
        catch (Exception error) when (error is MissingToolException or FfmpegFailedException)
        {
            return new MediaFinding { Name = name, Found = false, Required = true, Detail = ProblemOf(error), Cure = FfmpegTools.Cure };
        }
    }

    private async Task<HashSet<string>> ListAsync(string what, CancellationToken cancellationToken)
    {
        try
        {
            return Names(await RunAsync(MediaTool.Ffmpeg, ["-hide_banner", what], cancellationToken).ConfigureAwait(false));
        }
        catch (FfmpegFailedException)
        {
            // A build that cannot even list its parts is reported as one that lacks them.
            return [];
        }
    }

    private static MediaFinding Part((string Kind, string Name, bool Required, string Without) part, HashSet<string> names)
    {
        var found = names.Contains(part.Name);
        return new MediaFinding
        {
            Name = $"{part.Kind} {part.Name}",
            Found = found,
            Required = part.Required,
            Detail = found ? "built into ffmpeg" : $"this ffmpeg was built without it: {part.Without}",
            Cure = found ? null : FullBuild,
        };
    }

    private static MediaFinding Espeak()
    {
        try
        {
            return new MediaFinding { Name = "espeak-ng", Found = true, Required = false, Detail = FfmpegTools.EspeakNg };
        }
        catch (MissingToolException missing)
        {
            return new MediaFinding { Name = "espeak-ng", Found = false, Required = false, Detail = "not installed: voice-overs speak English only", Cure = missing.Cure };
        }
    }

    private static MediaFinding Library(string name, string linux, string mac, string package)
    {
        string[] candidates = OperatingSystem.IsMacOS() ? [mac, $"/opt/homebrew/lib/{mac}", $"/usr/local/lib/{mac}"] : [linux];
        var found = candidates.FirstOrDefault(candidate =>
        {
            var loaded = NativeLibrary.TryLoad(candidate, out var handle);
            if (loaded)
            {
                NativeLibrary.Free(handle);
            }

            return loaded;
        });
        return new MediaFinding
        {
            Name = name,
            Found = found is not null,
            Required = true,
            Detail = found ?? $"{candidates[0]} could not be loaded: pictures cannot be drawn",
            Cure = found is null ? $"Install it ({package})." : null,
        };
    }

    private async Task<IReadOnlyList<MediaFinding>> FontsAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await fonts.CheckAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is MissingToolException or FfmpegFailedException)
        {
            return [new MediaFinding { Name = "fonts", Found = false, Required = true, Detail = ProblemOf(error), Cure = "Install fontconfig and fonts-inter, fonts-noto-core, fonts-noto-cjk." }];
        }
    }

    private static string ProblemOf(Exception error) => error is MissingToolException missing ? missing.Problem : error.Message.TrimEnd('.');

    private async Task<string> RunAsync(MediaTool tool, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var command = new FfmpegCommand { Purpose = $"say what it can do ({arguments[^1]})", Tool = tool, Arguments = arguments, TimeLimit = ffmpeg.Tools.Options.ProbeLimit };
        return (await ffmpeg.RunAsync(command, cancellationToken).ConfigureAwait(false)).Text;
    }
}
