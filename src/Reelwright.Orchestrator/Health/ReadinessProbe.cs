using Microsoft.Extensions.Logging;
using Reelwright.Contracts.Jobs;

namespace Reelwright.Orchestrator.Health;

/// <summary>Runs all checks at the same time, each within a time limit.</summary>
internal sealed partial class ReadinessProbe(IEnumerable<ReadinessCheck> checks, TimeProvider time, ILogger<ReadinessProbe> logger)
{
    private static readonly TimeSpan LongestCheck = TimeSpan.FromSeconds(5);

    public async Task<IReadOnlyList<ReadinessItem>> RunAsync(CancellationToken cancellationToken) =>
        await Task.WhenAll(checks.Select(check => RunAsync(check, cancellationToken)));

    private async Task<ReadinessItem> RunAsync(ReadinessCheck check, CancellationToken cancellationToken)
    {
        try
        {
            return Item(check.Name, await Bounded.RunAsync(check.RunAsync, LongestCheck, time, cancellationToken));
        }
        catch (TimeoutException)
        {
            return Item(check.Name, new($"The check did not end within {LongestCheck.TotalSeconds:0} s.", "Read the log and check whether the machine is overloaded."));
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, exception, check.Name);
            return Item(check.Name, new("The check itself failed.", "The log has the reason."));
        }
    }

    private static ReadinessItem Item(string name, ReadinessFault? fault) =>
        new() { Name = name, Status = fault is null ? "ok" : "failing", Problem = fault?.Problem, Cure = fault?.Cure };

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The readiness check {Name} failed")]
        public static partial void Failed(ILogger logger, Exception exception, string name);
    }
}
