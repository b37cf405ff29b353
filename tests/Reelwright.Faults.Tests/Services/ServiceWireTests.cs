using Reelwright.Contracts.Services;
using Reelwright.Testing.Clusters;
using Reelwright.Testing.Fakes;
using Reelwright.Testing.Wire;

namespace Reelwright.Faults.Tests.Services;

/// <summary>Bad wires between nodes and services.</summary>
public sealed class ServiceWireTests(FaultServer server) : FaultTest(server)
{
    private static readonly FakeSettings Slow = new FakeSettings().ForAll(service => service with { DelayMs = 200 });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Wires_that_change_from_bad_to_worse_cost_attempts_and_nothing_is_bought_twice(bool longRunning)
    {
        var chance = new Random(Form.Seed);
        Say($"REELWRIGHT_FAULT_SEED={Form.Seed}");
        await StartAsync(new ClusterPlan
        {
            WiredToServices = true,
            Fakes = longRunning ? FakeSettings.LongRunning.ForAll(service => service with { DelayMs = 200 }) : Slow,
            Environment = Patient,
        });
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var load = KeepBusyAsync(TimeSpan.FromMilliseconds(100), over.Token);
        for (var change = 0; change < Form.Of(8, 200); change++)
        {
            var wire = Cluster.Wires[ServiceNames.All[chance.Next(ServiceNames.All.Count)]];
            await MisbehaveAsync(wire, chance);
            wire.Faults = WireFaults.None;
            await PauseAsync(TimeSpan.FromMilliseconds(300));
        }

        await over.CancelAsync();
        await load;
        var report = await ShouldKeepItsPromisesAsync();
        report.Completed.ShouldBe(Cluster.Accepted.Count);
    }

    [Fact]
    public async Task A_service_that_nobody_can_reach_makes_jobs_wait_behind_its_circuit_and_none_fails()
    {
        await StartAsync(new ClusterPlan { WiredToServices = true, Fakes = Slow, Environment = Patient });
        await Cluster.Wires[ServiceNames.ImageGeneration].DownAsync();
        await Cluster.CreateManyAsync(40, Cancelled);
        await PauseAsync(TimeSpan.FromSeconds(5));
        Cluster.Wires[ServiceNames.ImageGeneration].Up();

        (await ShouldKeepItsPromisesAsync(new ClusterCheck(Cluster) { Bound = TimeSpan.FromSeconds(90) })).Completed.ShouldBe(40);
    }

    [Fact]
    public async Task A_provider_that_takes_questions_and_never_answers_is_not_paid_twice_where_it_cannot_be_asked_about()
    {
        await StartAsync(new ClusterPlan
        {
            WiredToServices = true,
            Fakes = FakeSettings.SeedLike,
            Environment = new Dictionary<string, string?> { ["Reelwright__Services__VideoGeneration__Timeout"] = "00:00:02" },
        });
        Cluster.Wires[ServiceNames.VideoGeneration].Faults = new WireFaults { Mute = true };
        var job = await Cluster.CreateAsync(Cancelled);

        var view = await EndOfAsync(job);

        view.Error!.Value.GetProperty("code").GetString().ShouldBe("PAYMENT_IN_DOUBT");
        await ShouldKeepItsPromisesAsync();
    }

    /// <summary>So many attempts that a wire which is bad for a while fails nothing for good, and timeouts that are over soon.</summary>
    private static Dictionary<string, string?> Patient
    {
        get
        {
            string[] services = ["PromptParser", "ImageGeneration", "VideoGeneration", "Composition"];
            return services.SelectMany(service => (KeyValuePair<string, string?>[])
            [
                new($"Reelwright__Services__{service}__MaxAttempts", "12"),
                new($"Reelwright__Services__{service}__MaxBackoff", "00:00:02"),
                new($"Reelwright__Services__{service}__Timeout", "00:00:03"),
                new($"Reelwright__Services__{service}__CircuitPause", "00:00:02"),
            ]).ToDictionary();
        }
    }

    private static async Task MisbehaveAsync(FaultProxy wire, Random chance)
    {
        switch (chance.Next(6))
        {
            case 0:
                wire.Faults = new WireFaults { Latency = TimeSpan.FromMilliseconds(200), Jitter = TimeSpan.FromMilliseconds(300) };
                break;
            case 1:
                wire.Faults = new WireFaults { SliceBytes = 7, SlicePause = TimeSpan.FromMilliseconds(1) };
                break;
            case 2:
                wire.Faults = new WireFaults { BytesPerSecond = 2000 };
                break;
            case 3:
                wire.Faults = new WireFaults { AnswerBytes = chance.Next(0, 2000) };
                break;
            case 4:
                wire.Faults = new WireFaults { Blackhole = true };
                break;
            default:
                wire.Reset();
                break;
        }

        await PauseAsync(TimeSpan.FromMilliseconds(700));
    }
}
