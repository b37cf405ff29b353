using System.Runtime.InteropServices;

namespace Reelwright.Media.Vector;

/// <summary>
/// Has the C library give large blocks back to the system when they are freed. glibc learns from the first picture of 8 MB that is freed to keep such
/// blocks in its heap, where smaller ones that live longer soon keep the space from shrinking: a film of eight scenes held 40 MB more.
/// </summary>
internal static partial class LargeBlocks
{
    /// <summary><c>M_MMAP_THRESHOLD</c> of mallopt(3); setting it also ends the learning.</summary>
    private const int MapThreshold = -3;

    private const int Bytes = 1 << 20;

    public static void GiveBack()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            _ = SetOption(MapThreshold, Bytes);
        }
        catch (Exception missing) when (missing is EntryPointNotFoundException or DllNotFoundException)
        {
            // Other C libraries give them back by themselves.
        }
    }

    [LibraryImport("libc.so.6", EntryPoint = "mallopt")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetOption(int option, int value);
}
