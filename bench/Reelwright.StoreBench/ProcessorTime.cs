using System.Globalization;

namespace Reelwright.StoreBench;

/// <summary>Processor time as the kernel counts it.</summary>
internal static class ProcessorTime
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    public static TimeSpan Own() => Environment.CpuUsage.TotalTime;

    /// <summary>Of a process and its children, those that have ended included.</summary>
    public static TimeSpan OfTree(int process)
    {
        var parents = Directory.GetDirectories("/proc").Select(Path.GetFileName)
            .Where(name => int.TryParse(name, CultureInfo.InvariantCulture, out _))
            .Select(name => Read(name!)).OfType<string[]>();
        return Tick * parents.Where(fields => Number(fields, 0) == process || Number(fields, 3) == process)
            .Sum(fields => Number(fields, 13) + Number(fields, 14) + (Number(fields, 0) == process ? Number(fields, 15) + Number(fields, 16) : 0));
    }

    // Fields as in proc(5), from 0; the name in parentheses may have spaces.
    private static string[]? Read(string process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            return [process, "", .. text[(text.LastIndexOf(')') + 2)..].Split(' ')];
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static long Number(string[] fields, int index) => long.Parse(fields[index], CultureInfo.InvariantCulture);
}
