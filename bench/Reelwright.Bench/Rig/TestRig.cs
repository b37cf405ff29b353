using Reelwright.Bench.Reporting;

namespace Reelwright.Bench.Rig;

/// <summary>What lives through all phases: the database server, the fake services, and where figures go.</summary>
internal sealed class TestRig : IAsyncDisposable
{
    private TestRig(BenchOptions options, Results results, BenchDatabase database, FakesProcess fakes)
    {
        Options = options;
        Results = results;
        Database = database;
        Fakes = fakes;
        NodeLog = TextWriter.Synchronized(new StreamWriter(options.Log) { AutoFlush = true });
    }

    public BenchOptions Options { get; }

    public Results Results { get; }

    public BenchDatabase Database { get; }

    public FakesProcess Fakes { get; }

    /// <summary>What the orchestrators of all phases write.</summary>
    public TextWriter NodeLog { get; }

    public static async Task<TestRig> StartAsync(BenchOptions options, Results results, CancellationToken cancellationToken)
    {
        BenchDatabase database = options.Sqlite ? new SqliteBenchDatabase() : await PostgresBenchDatabase.StartAsync(cancellationToken);
        return new TestRig(options, results, database, await FakesProcess.StartAsync(cancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        await Fakes.DisposeAsync();
        await Database.DisposeAsync();
        await NodeLog.DisposeAsync();
    }
}
