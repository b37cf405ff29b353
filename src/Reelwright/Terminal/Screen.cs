using System.Globalization;
using Spectre.Console;

namespace Reelwright.Terminal;

/// <summary>
/// Where a command speaks: answers go to stdout, so that they can be piped; progress and remarks go to stderr.
/// </summary>
internal static class Screen
{
    /// <summary>A pipe has no width: ids and prompts must not be cut there.</summary>
    private const int PipeWidth = 400;

    public static IAnsiConsole Answers { get; } = Create(Console.Out, Console.IsOutputRedirected);

    public static IAnsiConsole Remarks { get; } = Create(Console.Error, Console.IsErrorRedirected);

    /// <summary>Whether a moving picture makes sense on stderr.</summary>
    public static bool IsLive => !Console.IsErrorRedirected && Remarks.Profile.Capabilities is { Ansi: true, Interactive: true };

    public static void Remark(string line) => Console.Error.WriteLine(line);

    /// <summary>Dollars with cents, and with more digits only where they say something.</summary>
    public static string Money(decimal usd) => usd.ToString("$0.00##", CultureInfo.InvariantCulture);

    public static string Time(TimeSpan time) => time.TotalSeconds < 60
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes} min {time.Seconds:00} s");

    private static IAnsiConsole Create(TextWriter writer, bool redirected)
    {
        // The library looks at TERM alone, which a pipe has as well.
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
            Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (redirected)
        {
            console.Profile.Width = PipeWidth;
        }

        return console;
    }
}
