using System.Globalization;
using System.Runtime.InteropServices;

namespace Reelwright.Bench.Reporting;

/// <summary>The machine that the figures are from.</summary>
internal static class MachineDescription
{
    public static string Read()
    {
        var model = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim() ?? RuntimeInformation.OSArchitecture.ToString();
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024);
        return string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} x {model}, {memory:0} GiB, Linux {Environment.OSVersion.Version}, .NET {Environment.Version}");
    }
}
