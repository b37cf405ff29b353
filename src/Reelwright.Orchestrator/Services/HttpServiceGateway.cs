using System.Collections.Frozen;
using Reelwright.Engine.Exchange;
using Reelwright.Engine.Ledger;

namespace Reelwright.Orchestrator.Services;

/// <summary>The engine's services over HTTP: passes each call to its service's client.</summary>
internal sealed class HttpServiceGateway(IEnumerable<ServiceClient> clients, ResponseMediaCopier copies) : ServiceGateway
{
    private readonly FrozenDictionary<string, ServiceClient> clients =
        clients.ToFrozenDictionary(client => client.Service, StringComparer.Ordinal);

    public override bool? IsAvailable(string service) => Client(service).IsAvailable;

    public override ValueTask<ServiceTraits> DescribeAsync(string service, CancellationToken cancellationToken) =>
        Client(service).DescribeAsync(cancellationToken);

    public override Task<CallOutcome> SendAsync(LedgerCall call, CancellationToken cancellationToken) =>
        SendAsync(call, () => true, cancellationToken);

    public override async Task<CallOutcome> SendAsync(LedgerCall call, Func<bool> mayLeave, CancellationToken cancellationToken) =>
        await Client(call.Service).SendAsync(call, mayLeave, cancellationToken) ?? Withheld();

    public override Task<CallOutcome> PollAsync(LedgerCall call, CancellationToken cancellationToken) =>
        Client(call.Service).PollAsync(call, cancellationToken);

    public override Task<CallOutcome> FindAsync(LedgerCall call, CancellationToken cancellationToken) =>
        Client(call.Service).FindAsync(call, cancellationToken);

    public override Task<CallOutcome> StopAsync(LedgerCall call, CancellationToken cancellationToken) =>
        Client(call.Service).StopAsync(call, cancellationToken);

    public override Task<string?> CopyAnswerAsync(LedgerCall from, LedgerCall to, CancellationToken cancellationToken) =>
        copies.CopyAsync(from.Response!, from.Id.Job, to.Id.Job, cancellationToken);

    private ServiceClient Client(string service) => clients.TryGetValue(service, out var client)
        ? client
        : throw new ArgumentException($"There is no service \"{service}\"; known are {string.Join(", ", clients.Keys)}.", nameof(service));
}
