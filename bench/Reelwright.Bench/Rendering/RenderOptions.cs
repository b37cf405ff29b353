using System.Globalization;

namespace Reelwright.Bench.Rendering;

/// <summary>The command line of <c>bench/run.sh --render</c>.</summary>
internal sealed record RenderOptions
{
    public const string Usage =
        """
        bench/run.sh --render [--durations A,B] [--aspects A,B] [--out FILE]
          --durations A,B  seconds; 15,30,60 unless said otherwise
          --aspects A,B    9:16 unless said otherwise; 16:9 and 1:1 as well
          --out FILE       writes the table there as well
        """;

    public required string App { get; init; }

    public string Log { get; init; } = "bench-nodes.log";

    public string Commit { get; init; } = "unknown";

    public string? Out { get; init; }

    public IReadOnlyList<int> Durations { get; init; } = [15, 30, 60];

    public IReadOnlyList<string> Aspects { get; init; } = ["9:16"];

    public IEnumerable<RenderAd> Ads => Aspects.SelectMany(aspect => Durations.Select(duration => new RenderAd(duration, aspect)));

    /// <exception cref="FormatException">An argument can't be understood; the message says which.</exception>
    public static RenderOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new RenderOptions { App = string.Empty };
        for (var i = 0; i < arguments.Count; i += 2)
        {
            var value = i + 1 < arguments.Count ? arguments[i + 1] : throw new FormatException($"{arguments[i]} needs a value.");
            options = arguments[i] switch
            {
                "--app" => options with { App = value },
                "--log" => options with { Log = value },
                "--commit" => options with { Commit = value },
                "--out" => options with { Out = Path.GetFullPath(value) },
                "--durations" => options with { Durations = [.. value.Split(',').Select(text => int.Parse(text, CultureInfo.InvariantCulture))] },
                "--aspects" => options with { Aspects = value.Split(',') },
                _ => throw new FormatException($"{arguments[i]} is not an option of the render bench."),
            };
        }

        return File.Exists(options.App) ? options : throw new FormatException($"--app: there is no executable '{options.App}'.");
    }
}

/// <summary>An ad to make.</summary>
internal sealed record RenderAd(int Duration, string Aspect)
{
    public string Name => $"{Duration} s, {Aspect}";
}
