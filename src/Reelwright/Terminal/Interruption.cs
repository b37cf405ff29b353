using System.Runtime.InteropServices;

namespace Reelwright.Terminal;

/// <summary>
/// Ctrl-C and its relatives. The first asks the command to stop cleanly; a second Ctrl-C quits at once. SIGTERM may come twice: from a
/// terminal's process group and from a supervisor.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly List<PosixSignalRegistration> registrations;
    private int interrupts;

    public Interruption() => registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, OnInterrupt),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnStop),
        PosixSignalRegistration.Create(PosixSignal.SIGHUP, OnStop),
    ];

    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        registrations.ForEach(registration => registration.Dispose());
        source.Dispose();
    }

    private void OnInterrupt(PosixSignalContext context)
    {
        if (Interlocked.Increment(ref interrupts) > 1)
        {
            Environment.Exit(ExitCodes.Interrupted);
        }

        OnStop(context);
    }

    // Not in the signal's own thread: what waits for the token may take its time.
    private void OnStop(PosixSignalContext context)
    {
        context.Cancel = true;
        _ = source.CancelAsync();
    }
}
