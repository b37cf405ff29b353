using Reelwright.Contracts.Services;
using Reelwright.Engine.Exchange;

namespace Reelwright.Orchestrator.Health;

/// <summary>Whether each microservice answers, asked within a short time limit.</summary>
internal sealed class ServiceStates(ServiceGateway gateway, TimeProvider time)
{
    public const string Available = "available";
    public const string Unavailable = "unavailable";
    public const string NotChecked = "not_checked";

    private static readonly TimeSpan LongestQuestion = TimeSpan.FromSeconds(1);

    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(CancellationToken cancellationToken)
    {
        var states = await Task.WhenAll(ServiceNames.All.Select(service => ReadAsync(service, cancellationToken)));
        return ServiceNames.All.Zip(states).ToDictionary(state => state.First, state => state.Second);
    }

    private async Task<string> ReadAsync(string service, CancellationToken cancellationToken)
    {
        try
        {
            var traits = await Bounded.RunAsync(token => gateway.DescribeAsync(service, token).AsTask(), LongestQuestion, time, cancellationToken);
            return gateway.IsAvailable(service) ?? traits.Known ? Available : Unavailable;
        }
        catch (TimeoutException)
        {
            return NotChecked;
        }
    }
}
