using Reelwright.Engine.Exchange;
using Reelwright.Engine.Ledger;

namespace Reelwright.Testing.Crashes;

/// <summary>A gateway with crash points where an answer has come and nothing of it is written yet.</summary>
internal sealed class CrashingGateway(ServiceGateway gateway, CrashPoint point) : ServiceGateway
{
    public override ValueTask<ServiceTraits> DescribeAsync(string service, CancellationToken cancellationToken) => gateway.DescribeAsync(service, cancellationToken);

    public override bool? IsAvailable(string service) => gateway.IsAvailable(service);

    public override async Task<CallOutcome> SendAsync(LedgerCall call, CancellationToken cancellationToken)
    {
        var outcome = await gateway.SendAsync(call, cancellationToken);
        if (outcome is CallOutcome.Accepted or CallOutcome.Succeeded)
        {
            point.Reach(CrashPoint.AfterAcceptance);
        }

        return outcome;
    }

    public override async Task<CallOutcome> PollAsync(LedgerCall call, CancellationToken cancellationToken)
    {
        var outcome = await gateway.PollAsync(call, cancellationToken);
        if (outcome is CallOutcome.Running)
        {
            point.Reach(CrashPoint.WhilePolling);
        }

        return outcome;
    }

    public override Task<CallOutcome> FindAsync(LedgerCall call, CancellationToken cancellationToken) => gateway.FindAsync(call, cancellationToken);

    public override Task<CallOutcome> StopAsync(LedgerCall call, CancellationToken cancellationToken) => gateway.StopAsync(call, cancellationToken);

    public override Task<string?> CopyAnswerAsync(LedgerCall from, LedgerCall to, CancellationToken cancellationToken) => gateway.CopyAnswerAsync(from, to, cancellationToken);
}
