using Reelwright.Contracts.Services;
using Reelwright.Engine.Exchange;
using Reelwright.Engine.Ledger;

namespace Reelwright.Orchestrator.Tests;

/// <summary>Services that only tell what they would cost; a call to one of them fails the test.</summary>
internal sealed class PricedGateway : ServiceGateway
{
    public Dictionary<string, ServiceTraits> Traits { get; } = ServiceNames.All.ToDictionary(service => service, _ => Free);

    /// <summary>Set to make every service keep its caller waiting.</summary>
    public Task Hang { get; set; } = Task.CompletedTask;

    public static ServiceTraits Free { get; } = new()
    {
        Known = true,
        Idempotent = true,
        InDoubt = InDoubtPolicy.Retry,
        PricePerCall = 0,
        PricePerSecond = 0,
        MaxAttempts = 3,
        Backoff = TimeSpan.FromSeconds(2),
        MaxBackoff = TimeSpan.FromSeconds(30),
    };

    public override async ValueTask<ServiceTraits> DescribeAsync(string service, CancellationToken cancellationToken)
    {
        await Hang.WaitAsync(cancellationToken);
        return Traits[service];
    }

    public override Task<CallOutcome> SendAsync(LedgerCall call, CancellationToken cancellationToken) => throw Unplanned(call);

    public override Task<CallOutcome> PollAsync(LedgerCall call, CancellationToken cancellationToken) => throw Unplanned(call);

    public override Task<CallOutcome> FindAsync(LedgerCall call, CancellationToken cancellationToken) => throw Unplanned(call);

    public override Task<CallOutcome> StopAsync(LedgerCall call, CancellationToken cancellationToken) => throw Unplanned(call);

    private static InvalidOperationException Unplanned(LedgerCall call) => new($"The API called {call.Service}, which only the engine may.");
}
