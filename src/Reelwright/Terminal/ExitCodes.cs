namespace Reelwright.Terminal;

/// <summary>What the exit codes of every command mean.</summary>
internal static class ExitCodes
{
    public const int Ok = 0;
    public const int Failed = 1;
    public const int BadInput = 2;
    public const int Unreachable = 3;
    public const int Cancelled = 4;

    /// <summary>128 + SIGINT, as shells have it.</summary>
    public const int Interrupted = 130;

    public const string Help = """
        Exit codes:
          0    done
          1    the job failed, or a check found something that must be mended
          2    wrong usage or input
          3    no server can be reached
          4    the job was cancelled
          130  interrupted (Ctrl-C); the job can be resumed
        """;
}
