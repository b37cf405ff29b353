using Microsoft.Extensions.Logging;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;

namespace Reelwright.Engine.Running;

/// <summary>
/// Asks for the bills of calls whose jobs have ended, with growing waits, until they are settled or nothing more can be found out. Any
/// node does it: a claim in the database keeps the others away for a while.
/// </summary>
internal sealed partial class OpenCallFollower(EngineContext engine, ILogger log)
{
    private const int LargestClaim = 32;

    /// <summary>Longer than a question to a service takes.</summary>
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(1);

    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        if (engine.Membership is { MaySpend: true, Current: { } current })
        {
            var due = await engine.Store.ClaimOpenCallsAsync(current.Lease, Hold, LargestClaim, cancellationToken);
            await Task.WhenAll(due.Select(open => AskAsync(open, cancellationToken)));
        }
    }

    private async Task AskAsync(OpenCall open, CancellationToken cancellationToken)
    {
        var call = open.Call;
        try
        {
            var outcome = OpenCallRules.IsToBeStopped(open) ? await engine.Gateway.StopAsync(call, cancellationToken)
                : call.Operation is not null ? await engine.Gateway.PollAsync(call, cancellationToken)
                : await engine.Gateway.FindAsync(call, cancellationToken);
            var traits = await engine.Gateway.DescribeAsync(call.Service, cancellationToken);
            var after = OpenCallRules.Apply(open, outcome, traits, engine.Options, engine.Time.GetUtcNow(), engine.Jitter());
            if (!after.State.IsSettled())
            {
                await engine.Store.StoreOpenCallAsync(after, cancellationToken);
                return;
            }

            await engine.Store.StoreLateResultAsync(after, cancellationToken);
            engine.Cluster.JobProgressed(call.Id.Job);
            Log.Settled(log, call.Id.Job, call.Id.Stage, call.Id.Index, after.State.ToWord(), after.Cost ?? 0);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // It is due again when the claim ends.
            Log.CannotAsk(log, exception, call.Id.Job, call.Id.Stage, call.Id.Index);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(26, LogLevel.Information, "Job {JobId} has ended; its {Stage} call {Index} is {State} now, for {Cost} dollars.")]
        public static partial void Settled(ILogger logger, JobId jobId, string stage, int index, string state, decimal cost);

        [LoggerMessage(27, LogLevel.Warning, "Job {JobId} has ended; the bill of its {Stage} call {Index} can't be asked for now.")]
        public static partial void CannotAsk(ILogger logger, Exception exception, JobId jobId, string stage, int index);
    }
}
