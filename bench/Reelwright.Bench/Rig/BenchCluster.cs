using Reelwright.Bench.Fakes;
using Reelwright.Bench.Load;
using Reelwright.Bench.Measuring;

namespace Reelwright.Bench.Rig;

/// <summary>One or more orchestrators over an empty database of their own, for one phase.</summary>
internal sealed class BenchCluster : IAsyncDisposable
{
    private const int WarmUpJobs = 240;
    private readonly string folder = Directory.CreateTempSubdirectory("reelwright-bench-").FullName;
    private readonly List<OrchestratorProcess> nodes = [];

    private BenchCluster(TestRig rig) => Rig = rig;

    public TestRig Rig { get; }

    public IReadOnlyList<OrchestratorProcess> Nodes => nodes;

    public IReadOnlyList<int> Ports => [.. nodes.Select(node => node.Port)];

    /// <summary>Just started, nothing compiled yet.</summary>
    public static async Task<BenchCluster> StartColdAsync(TestRig rig, int nodes, CancellationToken cancellationToken, params (string Name, string Value)[] settings)
    {
        var cluster = new BenchCluster(rig);
        try
        {
            var database = await rig.Database.RenewAsync(cluster.FolderOf(0), cancellationToken);
            for (var i = 0; i < nodes; i++)
            {
                var environment = new Dictionary<string, string>(database)
                {
                    ["PROMPT_PARSER_URL"] = Service(FakeStage.Parse),
                    ["IMAGE_GEN_URL"] = Service(FakeStage.Image),
                    ["VIDEO_GEN_URL"] = Service(FakeStage.Video),
                    ["COMPOSITION_URL"] = Service(FakeStage.Composition),
                    ["DATA_DIR"] = cluster.FolderOf(i),
                    ["LOG_LEVEL"] = "Warning",
                    ["Reelwright__RateLimit__Enabled"] = "false",
                    ["Reelwright__Engine__CacheLifetime"] = "00:00:00",
                };
                foreach (var (name, value) in settings)
                {
                    environment[name] = value;
                }

                cluster.nodes.Add(await OrchestratorProcess.StartAsync(rig, environment, cancellationToken));
            }

            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }

        string Service(FakeStage stage) => $"http://127.0.0.1:{rig.Fakes.Ports[(int)stage]}";
    }

    /// <summary>Started and warmed up with some hundred jobs, which are judged like any others.</summary>
    public static async Task<BenchCluster> StartAsync(TestRig rig, int nodes, CancellationToken cancellationToken)
    {
        var cluster = await StartColdAsync(rig, nodes, cancellationToken);
        try
        {
            await cluster.WarmUpAsync(new FakeSettings(), cancellationToken);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    public Task WarmUpAsync(FakeSettings settings, CancellationToken cancellationToken) => JobBatch.RunAsync(this, WarmUpJobs, settings, cancellationToken);

    public Task<LoadClient> ConnectAsync(int connections, CancellationToken cancellationToken) => LoadClient.ConnectAsync(Ports, connections, cancellationToken);

    /// <summary>Of the orchestrators alone.</summary>
    public CpuMeter MeasureCpu() => new([.. nodes.Select(node => node.Id)]);

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(nodes.Select(node => node.DisposeAsync().AsTask()));
        Directory.Delete(folder, recursive: true);
    }

    private string FolderOf(int node) => Directory.CreateDirectory(Path.Combine(folder, $"node{node}")).FullName;
}
