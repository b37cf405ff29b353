namespace Reelwright.Terminal;

/// <summary>
/// Ends a command: the message is for the person at the terminal and says what to do, the code is one of <see cref="ExitCodes"/>.
/// </summary>
internal sealed class CommandException(int exitCode, string message, Exception? cause = null) : Exception(message, cause)
{
    public int ExitCode => exitCode;
}
