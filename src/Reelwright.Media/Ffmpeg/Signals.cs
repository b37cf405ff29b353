using System.Runtime.InteropServices;

namespace Reelwright.Media.Ffmpeg;

/// <summary>Sends SIGINT, for which .NET has no API.</summary>
internal static class Signals
{
    private const int Interrupt = 2;

    public static void AskToStop(int processId)
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = Kill(processId, Interrupt);
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int processId, int signal);
}
