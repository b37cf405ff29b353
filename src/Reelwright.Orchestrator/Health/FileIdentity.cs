using System.Runtime.InteropServices;

namespace Reelwright.Orchestrator.Health;

/// <summary>Device and inode of a file or folder. They differ when another one took its place under the same path.</summary>
internal readonly record struct FileIdentity(long Device, long Inode)
{
    // struct FileStatus of .NET's System.Native, as 64-bit words; larger than it is today, so that it may grow.
    private const int Words = 40;
    private const int DeviceWord = 11;
    private const int InodeWord = 13;

    /// <summary>Null when there is nothing at the path, or when it can not be read.</summary>
    public static FileIdentity? Of(string path)
    {
        var status = new long[Words];
        return Stat(path, status) == 0 ? new(status[DeviceWord], status[InodeWord]) : null;
    }

    // .NET has no call of its own for the inode; this is the function behind its file calls, on Linux and macOS alike.
    [DllImport("libSystem.Native", EntryPoint = "SystemNative_Stat")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern int Stat([MarshalAs(UnmanagedType.LPUTF8Str)] string path, [Out] long[] status);
}
