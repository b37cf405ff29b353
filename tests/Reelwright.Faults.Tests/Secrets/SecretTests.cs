using Reelwright.Testing.Brokers;
using Reelwright.Testing.Clusters;
using Reelwright.Testing.Fakes;
using Reelwright.Testing.Time;
using Reelwright.Testing.Wire;

namespace Reelwright.Faults.Tests.Secrets;

/// <summary>
/// Whatever breaks is told with what the exceptions and the services say; never with a secret, which the check at the end looks for.
/// </summary>
public sealed class SecretTests(FaultServer server) : FaultTest(server)
{
    [Fact]
    public async Task Nothing_that_breaks_tells_a_secret_even_at_the_finest_level()
    {
        await using var broker = await RabbitBroker.StartAsync(Cancelled);
        await StartAsync(new ClusterPlan
        {
            WiredToDatabase = true,
            Environment = new Dictionary<string, string?> { ["RABBITMQ_URL"] = broker.Url, ["LOG_LEVEL"] = "Debug" },
            Fakes = new FakeSettings().With(Babbling(429), Babbling(401) with { From = 2, To = 2 }),
        });
        foreach (var job in await Cluster.CreateManyAsync(4, Cancelled))
        {
            var error = (await EndOfAsync(job)).Error.ShouldNotBeNull().ToString();
            error.ShouldContain("is not known here");
            error.ShouldNotContain(ClusterPlan.ServiceToken);
        }

        await broker.KillAsync(Cancelled);
        SetWires(new WireFaults { AnswerBytes = 0 });
        await Eventually.Within(Bound, () => Cluster.Nodes.All(node => Says(node, "Could not renew the lease")), Cancelled);
        SetWires(WireFaults.None);

        await ShouldKeepItsPromisesAsync();
        Cluster.Nodes.ShouldContain(node => Says(node, "is not known here"), "what the service said was told");
        Cluster.Nodes.ShouldAllBe(node => Says(node, "\"level\":\"DEBUG\""), "the finest level was on");
        Cluster.Nodes.ShouldAllBe(node => Says(node, "RabbitMQ"), "the broker's end was told");
    }

    /// <summary>A service that says in its error what token it was given.</summary>
    private static FakeFault Babbling(int status) => new()
    {
        Kind = FaultKind.Status,
        Status = status,
        Envelope = true,
        Message = $"Bearer {ClusterPlan.ServiceToken} ({ClusterPlan.ServiceToken}) is not known here",
    };

    private void SetWires(WireFaults faults)
    {
        foreach (var node in Cluster.Nodes)
        {
            node.Database!.Faults = faults;
        }
    }

    private static bool Says(ClusterNode node, string words) => node.Logs.Any(line => line.Contains(words, StringComparison.Ordinal));
}
