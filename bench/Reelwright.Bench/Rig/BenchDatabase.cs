using System.Data.Common;

namespace Reelwright.Bench.Rig;

/// <summary>
/// The database under the orchestrators, and the two things that the bench reads there because the API rounds them to seconds or does not
/// tell.
/// </summary>
internal abstract class BenchDatabase : IAsyncDisposable
{
    /// <summary>The server's process; null when there is none.</summary>
    public abstract int? ProcessId { get; }

    /// <summary>Makes an empty database; returns what an orchestrator with this data folder must be told.</summary>
    public abstract Task<IReadOnlyDictionary<string, string>> RenewAsync(string dataFolder, CancellationToken cancellationToken);

    /// <summary>When each completed job was.</summary>
    public async Task<IReadOnlyDictionary<Guid, DateTimeOffset>> CompletionsAsync(CancellationToken cancellationToken)
    {
        var completions = new Dictionary<Guid, DateTimeOffset>();
        await using var connection = await OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, completed_at FROM jobs WHERE completed_at IS NOT NULL";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            completions[reader.GetGuid(0)] = ReadTime(reader, 1);
        }

        return completions;
    }

    /// <summary>The last heartbeat of the nodes that are alive.</summary>
    public async Task<IReadOnlyList<DateTimeOffset>> HeartbeatsAsync(CancellationToken cancellationToken)
    {
        var beats = new List<DateTimeOffset>();
        await using var connection = await OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT last_seen FROM nodes ORDER BY last_seen DESC";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            beats.Add(ReadTime(reader, 0));
        }

        return beats;
    }

    public abstract ValueTask DisposeAsync();

    protected abstract Task<DbConnection> OpenAsync(CancellationToken cancellationToken);

    protected abstract DateTimeOffset ReadTime(DbDataReader reader, int column);
}
