using System.Globalization;
using Reelwright.Bench.Phases;

namespace Reelwright.Bench;

/// <summary>The command line of <c>bench/run.sh</c>.</summary>
internal sealed record BenchOptions
{
    public const string Usage =
        """
        bench/run.sh [--repeats N] [--phases A,B] [--out FILE] [--sqlite]
          --repeats N    runs of each phase, 3 unless said otherwise; the table shows median [min..max]
          --phases A,B   only these: tools, start, create, status, rate, drain, overhead, burst, flight, recovery, nodes
          --out FILE     writes the table there as well
          --sqlite       SQLite instead of PostgreSQL; leaves out what needs two nodes
        """;

    /// <summary>The published executable.</summary>
    public required string App { get; init; }

    /// <summary>Where the orchestrators' output goes.</summary>
    public string Log { get; init; } = "bench-nodes.log";

    public string Commit { get; init; } = "unknown";

    public int Repeats { get; init; } = 3;

    public IReadOnlyList<Phase> Phases { get; init; } = Phase.All;

    public string? Out { get; init; }

    public bool Sqlite { get; init; }

    /// <exception cref="FormatException">An argument can't be understood; the message says which.</exception>
    public static BenchOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new BenchOptions { App = string.Empty };
        for (var i = 0; i < arguments.Count; i++)
        {
            options = arguments[i] switch
            {
                "--sqlite" => options with { Sqlite = true },
                "--app" => options with { App = Value() },
                "--log" => options with { Log = Value() },
                "--commit" => options with { Commit = Value() },
                "--out" => options with { Out = Path.GetFullPath(Value()) },
                "--repeats" => options with { Repeats = Math.Max(1, int.Parse(Value(), CultureInfo.InvariantCulture)) },
                "--phases" => options with { Phases = [.. Value().Split(',').Select(Phase.Find)] },
                var other => throw new FormatException($"{other} is not an option."),
            };

            string Value() => ++i < arguments.Count ? arguments[i] : throw new FormatException($"{arguments[i - 1]} needs a value.");
        }

        return File.Exists(options.App) ? options : throw new FormatException($"--app must name the published executable; '{options.App}' is not there.");
    }
}
