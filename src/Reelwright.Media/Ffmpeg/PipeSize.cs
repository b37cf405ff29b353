using System.IO.Pipes;
using System.Runtime.InteropServices;

namespace Reelwright.Media.Ffmpeg;

/// <summary>
/// A pipe holds 64 KiB unless asked for more, and raw frames are 3 MB each: with 1 MiB, Linux's limit for everybody,
/// writer and reader take turns sixteen times less often.
/// </summary>
internal static class PipeSize
{
    private const int SetPipeSize = 1031;
    private const int Wanted = 1 << 20;

    /// <summary>Only a wish: a system that refuses it goes on with what it has.</summary>
    public static void Raise(Stream stream)
    {
        if (OperatingSystem.IsLinux() && stream is PipeStream { SafePipeHandle: { IsInvalid: false } handle })
        {
            _ = Control((int)handle.DangerousGetHandle(), SetPipeSize, Wanted);
        }
    }

    [DllImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(int descriptor, int command, int argument);
}
