namespace Reelwright.Orchestrator.Services;

/// <summary>
/// The wait before an operation is polled again: a tenth of the time that it usually takes, or of the time that it has taken, whichever
/// is longer. So waiting adds at most a tenth, and ten thousand long operations don't overload the service with polls.
/// </summary>
internal static class PollPacing
{
    private const double Share = 0.1;

    public static TimeSpan Next(double? typicalSeconds, TimeSpan elapsed, ServiceClientOptions options)
    {
        var wait = TimeSpan.FromSeconds(Share * Math.Max(typicalSeconds ?? 0, Math.Max(elapsed.TotalSeconds, 0)));
        return Clamp(wait, options);
    }

    public static TimeSpan Clamp(TimeSpan wait, ServiceClientOptions options) =>
        wait < options.MinPollInterval ? options.MinPollInterval : wait > options.MaxPollInterval ? options.MaxPollInterval : wait;
}
