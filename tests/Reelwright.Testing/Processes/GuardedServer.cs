using Reelwright.Testing.Time;

namespace Reelwright.Testing.Processes;

/// <summary>
/// A server of somebody else's under a shell that kills it when this process is gone: the shell's input ends with us, however we end. A
/// line of that input is a signal for the server.
/// </summary>
public sealed class GuardedServer : IAsyncDisposable
{
    private const string Guard =
        """
        "$@" </dev/null & server=$!
        while read -r signal; do
          kill -s "$signal" "$server"
          if [ "$signal" = TERM ]; then wait "$server"; exit; fi
        done
        kill -s KILL "$server"
        wait "$server"
        """;

    private readonly ChildProcess shell;

    private GuardedServer(ChildProcess shell) => this.shell = shell;

    public static GuardedServer Start(string program, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string?>> environment) =>
        new(ChildProcess.StartProgram("/bin/sh", ["-c", Guard, "guard", program, .. arguments], environment));

    /// <summary>Returns once the server has written the text; fails with all that it wrote when it does not in time.</summary>
    public async Task WaitForLineAsync(string text, TimeSpan bound, CancellationToken cancellationToken)
    {
        try
        {
            await Eventually.Within(bound, () => shell.Output.Any(line => line.Contains(text, StringComparison.Ordinal)), cancellationToken);
        }
        catch (TimeoutException exception)
        {
            throw new InvalidOperationException($"The server did not say '{text}':\n{string.Join('\n', shell.Output)}", exception);
        }
    }

    /// <summary>SIGSTOP: it stands still and notices nothing.</summary>
    public Task PauseAsync() => shell.WriteLineAsync("STOP");

    /// <summary>SIGCONT.</summary>
    public Task ResumeAsync() => shell.WriteLineAsync("CONT");

    /// <summary>SIGTERM, and a wait for the server to end by itself.</summary>
    public async Task TerminateAsync(CancellationToken cancellationToken)
    {
        await shell.WriteLineAsync("TERM");
        await shell.WaitForExitAsync(cancellationToken);
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        shell.EndInput();
        await shell.WaitForExitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync(CancellationToken.None);
        await shell.DisposeAsync();
    }
}
