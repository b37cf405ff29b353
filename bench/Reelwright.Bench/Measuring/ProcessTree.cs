using System.Globalization;

namespace Reelwright.Bench.Measuring;

/// <summary>Processes as the kernel counts them (proc(5)).</summary>
internal static class ProcessTree
{
    private const int Parent = 1;
    private const int UserTime = 11;
    private const int SystemTime = 12;
    private const int ReapedUserTime = 13;
    private const int ReapedSystemTime = 14;
    private const int ResidentPages = 21;
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    /// <summary>Processor time of a process and all below it, those that have ended and were waited for included.</summary>
    public static TimeSpan Cpu(int root) =>
        Tick * Below(root).Sum(stat => stat[UserTime] + stat[SystemTime] + stat[ReapedUserTime] + stat[ReapedSystemTime]);

    /// <summary>Processor time of those below a process that have ended and were waited for.</summary>
    public static TimeSpan Reaped(int process) => Stat(process) is { } stat ? Tick * (stat[ReapedUserTime] + stat[ReapedSystemTime]) : TimeSpan.Zero;

    /// <summary>Resident memory now of a process and all below it, in MiB. What they share counts for each.</summary>
    public static double MemoryOfAll(int root) => Below(root).Sum(stat => stat[ResidentPages]) * (double)Environment.SystemPageSize / (1024 * 1024);

    /// <summary>Resident memory now and at its peak, in MiB.</summary>
    public static (double Now, double Peak) Memory(int process)
    {
        var lines = File.ReadAllLines($"/proc/{process}/status");
        return (Of("VmRSS:"), Of("VmHWM:"));

        double Of(string name) =>
            double.Parse(lines.First(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..^"kB".Length].Trim(), CultureInfo.InvariantCulture) / 1024;
    }

    /// <summary>Of the whole machine since it was started: processor time used, and all there was.</summary>
    public static (TimeSpan Busy, TimeSpan Total) Machine()
    {
        var fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..9].Select(field => long.Parse(field, CultureInfo.InvariantCulture)).ToArray();
        const int Idle = 3;
        const int Waiting = 4;
        return (Tick * (fields.Sum() - fields[Idle] - fields[Waiting]), Tick * fields.Sum());
    }

    private static IEnumerable<long[]> Below(int root)
    {
        var all = Directory.GetDirectories("/proc").Select(Path.GetFileName)
            .Select(name => int.TryParse(name, CultureInfo.InvariantCulture, out var id) && Stat(id) is { } stat ? (Id: id, Stat: stat) : default)
            .Where(process => process.Stat is not null)
            .ToDictionary(process => process.Id, process => process.Stat);
        return all.Where(process => IsBelow(process.Key)).Select(process => process.Value);

        bool IsBelow(int id) => id == root || (all.TryGetValue(id, out var stat) && stat[Parent] != 0 && IsBelow((int)stat[Parent]));
    }

    // From the state on, because the name before it may hold spaces; null when the process has ended.
    private static long[]? Stat(int process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            return [.. text[(text.LastIndexOf(')') + 2)..].Split(' ').Take(ResidentPages + 1).Select(field => long.TryParse(field, CultureInfo.InvariantCulture, out var value) ? value : 0)];
        }
        catch (IOException)
        {
            return null;
        }
    }
}
