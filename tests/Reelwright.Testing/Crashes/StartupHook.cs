using System.Diagnostics;
using Reelwright.Testing.Crashes;

/// <summary>
/// Makes a real reelwright process kill itself at a named point. The runtime calls this before the program's own main when
/// DOTNET_STARTUP_HOOKS names this assembly, so the product holds nothing of it. See docs/decisions/0014.
/// </summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        if (CrashPoint.FromEnvironment() is { } point)
        {
            SentRequests.Watch(point);
            DiagnosticListener.AllListeners.Subscribe(new HostWatch(point));
        }
    }
}
