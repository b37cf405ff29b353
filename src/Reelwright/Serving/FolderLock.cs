namespace Reelwright.Serving;

/// <summary>
/// Locks on files of the data folder, with which the commands of one machine agree on one server. The system releases a lock when its
/// process ends, however that ends.
/// </summary>
internal static class FolderLock
{
    /// <summary>
    /// Shared by the commands that use the folder's server; taken by a temporary server that stops because it has no users.
    /// </summary>
    public const string Users = "server.users";

    /// <summary>Taken by the command that starts a server, until that server is ready.</summary>
    public const string Start = "server.start";

    /// <summary>Null while another process has taken it.</summary>
    public static IDisposable? TryShare(string folder, string name) => TryOpen(folder, name, FileAccess.Read, FileShare.Read);

    /// <summary>Null while another process has taken it or shares it.</summary>
    public static IDisposable? TryTake(string folder, string name) => TryOpen(folder, name, FileAccess.ReadWrite, FileShare.None);

    public static bool IsFree(string folder, string name)
    {
        using var taken = TryTake(folder, name);
        return taken is not null;
    }

    private static FileStream? TryOpen(string folder, string name, FileAccess access, FileShare share)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return new FileStream(Path.Combine(folder, name), FileMode.OpenOrCreate, access, share);
        }
        catch (IOException problem) when (problem is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException) && IsHeld(folder, name))
        {
            return null;
        }
    }

    // The exception for a lock has no type of its own: when the file opens without a lock request, the fault was a lock.
    private static bool IsHeld(string folder, string name)
    {
        try
        {
            using var handle = File.OpenHandle(Path.Combine(folder, name), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            return true;
        }
        catch (IOException problem)
        {
            return problem is not (DirectoryNotFoundException or FileNotFoundException);
        }
    }
}
