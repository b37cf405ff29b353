using System.Globalization;
using Reelwright.Testing.Processes;

namespace Reelwright.Testing.Crashes;

/// <summary>
/// A place in the life of a call at which this process kills itself: <c>REELWRIGHT_CRASH_AT=name[:n]</c> means the n-th time that it is
/// reached.
/// </summary>
public sealed class CrashPoint
{
    public const string Variable = "REELWRIGHT_CRASH_AT";

    /// <summary>Names a file that is written just before the end: the proof that the point was reached.</summary>
    public const string MarkVariable = "REELWRIGHT_CRASH_MARK";

    /// <summary>A word: the points of steps count only where a request that holds it is about to be made.</summary>
    public const string AboutVariable = "REELWRIGHT_CRASH_ABOUT";

    public const string BeforeIntent = "before_intent";
    public const string AfterIntent = "after_intent";
    public const string AfterSend = "after_send";
    public const string AfterAcceptance = "after_acceptance";
    public const string AfterIdWritten = "after_id_written";
    public const string WhilePolling = "while_polling";
    public const string WhileDownloading = "while_downloading";
    public const string AfterFile = "after_file";
    public const string AfterSettling = "after_settling";
    public const string MidComposition = "mid_composition";

    private readonly int hits;
    private readonly string? mark;
    private int seen;

    private CrashPoint(string name, int hits, string? mark)
    {
        Name = name;
        this.hits = hits;
        this.mark = mark;
    }

    public static IReadOnlyList<string> Names { get; } =
    [
        BeforeIntent, AfterIntent, AfterSend, AfterAcceptance, AfterIdWritten, WhilePolling, WhileDownloading, AfterFile, AfterSettling, MidComposition,
    ];

    public string Name { get; }

    private static string? About => Environment.GetEnvironmentVariable(AboutVariable);

    /// <summary>Null when none is set.</summary>
    internal static CrashPoint? FromEnvironment()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } text)
        {
            return null;
        }

        var parts = text.Split(':', 2);
        return Names.Contains(parts[0])
            ? new CrashPoint(parts[0], parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 1, Environment.GetEnvironmentVariable(MarkVariable))
            : throw new InvalidOperationException($"{Variable}: '{parts[0]}' is not one of {string.Join(", ", Names)}.");
    }

    /// <summary>Whether the point is meant for this request.</summary>
    internal static bool Concerns(string request) => About is not { Length: > 0 } word || request.Contains(word, StringComparison.Ordinal);

    /// <summary>Does not return when it is this point's turn.</summary>
    internal void Reach(string name)
    {
        if (name == Name && Interlocked.Increment(ref seen) == hits)
        {
            if (mark is not null)
            {
                File.WriteAllText(mark, $"{Name}:{hits}");
            }

            Signals.Send(Environment.ProcessId, Signals.Kill);

            // The signal is delivered before the call returns to us or a moment later; nothing may happen in between.
            Thread.CurrentThread.Join(Timeout.Infinite);
        }
    }
}
