using System.IO.Pipes;
using System.Runtime.InteropServices;

namespace Reelwright.Media.Ffmpeg;

/// <summary>
/// A pipe's default capacity is 64 KiB, and a raw frame has 3 MB. With 1 MiB, Linux's limit for unprivileged processes, writer and reader
/// switch sixteen times less often.
/// </summary>
internal static class PipeSize
{
    private const int SetPipeSize = 1031;
    private const int Wanted = 1 << 20;

    /// <summary>A failure is ignored: the pipe keeps its default capacity.</summary>
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
