using Npgsql;

namespace Reelwright.Storage.Postgres.Writing;

/// <summary>
/// Writes that share one round trip and one transaction: what is sent before a single Sync message is committed as one or not at all.
/// </summary>
internal sealed class WriteBatch(TimeProvider time)
{
    public CreateStatements Creates { get; } = new();

    public StepStatements Steps { get; } = new(time);

    public ClaimStatements Claims { get; } = new(time);

    /// <summary>Returns once the outcomes are set and durable.</summary>
    public async Task ExecuteAsync(NpgsqlConnection connection, List<Write> writes)
    {
        if (writes.Count == 0)
        {
            return;
        }

        Clear();
        writes.ForEach(write => write.Join(this));

        await using var batch = connection.CreateBatch();
        Creates.AppendTo(batch);
        Steps.AppendTo(batch);

        // Last, so that what was created and parked just now can be claimed.
        Claims.AppendTo(batch);

        // No token cancels it: an answer that is not read would be lost.
        await using var reader = await batch.ExecuteReaderAsync(CancellationToken.None);
        var results = new BatchResults(reader);
        await Creates.ReadAsync(results, CancellationToken.None);
        await Steps.ReadAsync(results, CancellationToken.None);
        await Claims.ReadAsync(results, CancellationToken.None);

        // The commit's own answer comes at the very end.
        await results.EndAsync(CancellationToken.None);
    }

    private void Clear()
    {
        Creates.Clear();
        Steps.Clear();
        Claims.Clear();
    }
}

/// <summary>Walks over the results of those statements of a batch that return rows.</summary>
internal sealed class BatchResults(NpgsqlDataReader reader)
{
    private bool isFirst = true;

    /// <summary>The rows of the next such statement.</summary>
    public async ValueTask<NpgsqlDataReader> NextAsync(CancellationToken cancellationToken)
    {
        if (!isFirst && !await reader.NextResultAsync(cancellationToken))
        {
            throw new InvalidOperationException("The batch has returned fewer results than it has statements that return rows.");
        }

        isFirst = false;
        return reader;
    }

    public async ValueTask EndAsync(CancellationToken cancellationToken)
    {
        while (await reader.NextResultAsync(cancellationToken))
        {
        }
    }
}
