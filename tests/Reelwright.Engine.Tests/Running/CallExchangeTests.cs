using Reelwright.Engine.Exchange;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Running;
using Reelwright.Engine.Tests.Fixture;
using Reelwright.Engine.Tests.Runs;

namespace Reelwright.Engine.Tests.Running;

/// <summary>Until a request has left, it can be withdrawn; afterwards its answer is awaited.</summary>
public sealed class CallExchangeTests : ClusterTest
{
    private static readonly LedgerCall Clip = Situation.Clip(0);

    [Fact]
    public async Task A_request_that_waits_for_a_connection_is_withdrawn_and_never_leaves()
    {
        var node = await Cluster.JoinAsync();
        var gateway = new WaitingGateway();
        using var exchange = CallExchange.Send(Clip, node.Lease, gateway, node.Membership, _ => { });

        exchange.TryAbandon().ShouldBeTrue();
        gateway.Connection.SetResult();

        (await exchange.Completion).ShouldBeOfType<CallOutcome.Withheld>();
        gateway.Sent.ShouldBe(0);
    }

    [Fact]
    public async Task A_request_that_has_left_is_not_broken_off()
    {
        var node = await Cluster.JoinAsync();
        var gateway = new WaitingGateway();
        using var exchange = CallExchange.Send(Clip, node.Lease, gateway, node.Membership, _ => { });
        gateway.Connection.SetResult();
        await gateway.Left.Task;

        exchange.TryAbandon().ShouldBeFalse();

        gateway.Answer.SetResult();
        (await exchange.Completion).ShouldBeOfType<CallOutcome.Succeeded>();
    }

    [Fact]
    public async Task A_request_whose_lease_was_lost_while_it_waited_never_leaves()
    {
        var node = await Cluster.JoinAsync();
        var gateway = new WaitingGateway();
        using var exchange = CallExchange.Send(Clip, node.Lease, gateway, node.Membership, _ => { });

        Cluster.Time.Advance(TimeSpan.FromMinutes(1));
        gateway.Connection.SetResult();

        (await exchange.Completion).ShouldBeOfType<CallOutcome.Withheld>();
        gateway.Sent.ShouldBe(0);
    }

    private sealed class WaitingGateway : ServiceGateway
    {
        public TaskCompletionSource Connection { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Left { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Sent { get; private set; }

        public override async Task<CallOutcome> SendAsync(LedgerCall call, Func<bool> mayLeave, CancellationToken cancellationToken)
        {
            await Connection.Task.WaitAsync(cancellationToken);
            return await base.SendAsync(call, mayLeave, cancellationToken);
        }

        public override async Task<CallOutcome> SendAsync(LedgerCall call, CancellationToken cancellationToken)
        {
            Sent++;
            Left.SetResult();
            await Answer.Task;
            return new CallOutcome.Succeeded("{}", 0.1m, null);
        }

        public override ValueTask<ServiceTraits> DescribeAsync(string service, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override Task<CallOutcome> PollAsync(LedgerCall call, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override Task<CallOutcome> FindAsync(LedgerCall call, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override Task<CallOutcome> StopAsync(LedgerCall call, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
