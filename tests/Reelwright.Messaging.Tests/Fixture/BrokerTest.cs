using System.Runtime.CompilerServices;
using RabbitMQ.Client;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Signals;
using Reelwright.Testing.Brokers;
using Reelwright.Testing.Time;

namespace Reelwright.Messaging.Tests.Fixture;

/// <summary>A test over the real broker, with a queue and an exchange of its own.</summary>
public abstract class BrokerTest(SharedBroker shared) : IAsyncLifetime
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    private readonly List<TestNode> nodes = [];

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected RabbitBroker Broker => shared.Broker;

    protected string Prefix { get; } = $"test-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}";

    private protected string ReadyQueue => $"{Prefix}.ready";

    private protected string BroadcastExchange => $"{Prefix}.news";

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }
    }

    private protected static JobId NewJob() => JobId.New(TimeProvider.System);

    private protected static Task Soon(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string? text = null) =>
        Eventually.Within(Bound, condition, Cancel, text);

    /// <summary>A node that is connected.</summary>
    private protected async Task<TestNode> JoinAsync(int capacity = 100)
    {
        var node = await StartAsync(capacity);
        await ConnectedAsync(node);
        return node;
    }

    /// <summary>A node that may or may not find the broker.</summary>
    private protected async Task<TestNode> StartAsync(int capacity = 100, string? url = null)
    {
        var node = NewNode(capacity, url);
        await node.StartAsync();
        return node;
    }

    private protected TestNode NewNode(int capacity = 100, string? url = null)
    {
        var node = new TestNode(url ?? Broker.Url, Prefix, capacity);
        nodes.Add(node);
        return node;
    }

    private protected static async Task ConnectedAsync(TestNode node)
    {
        try
        {
            await Soon(() => node.Cluster.State == SignalsState.Connected);
        }
        catch (TimeoutException exception)
        {
            throw new InvalidOperationException($"The node did not connect: {string.Join(' ', node.Log.Warnings)}", exception);
        }
    }

    private protected static Task DisconnectedAsync(TestNode node) => Soon(() => node.Cluster.State == SignalsState.Disconnected);

    /// <summary>Does something at the broker that our own code would not.</summary>
    private protected async Task MeddleAsync(Func<IChannel, Task> work)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(Broker.Url), MaxInboundMessageBodySize = 512 * 1024 * 1024 }.CreateConnectionAsync(Cancel);
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true), Cancel);
        await work(channel);
    }
}
