using System.Globalization;
using Npgsql;

namespace Reelwright.Storage.Postgres.Writing;

/// <summary>
/// The writer's connection, made anew after each fault. It holds an advisory lock, and the next one is used only once it has that lock:
/// then the one before
/// is gone, and what it was doing when it broke has either been committed or never will be. So what was asked twice is done once.
/// </summary>
internal sealed class WriterSession(PostgresDatabase database, TimeProvider time) : IAsyncDisposable
{
    private NpgsqlConnection? connection;

    // Npgsql's commands remember what was prepared on their connection, so that they are made anew with it.
    private WriteBatch batch = new(time);

    /// <summary>Where it is noted that the database answers.</summary>
    public DatabasePulse Pulse => database.Pulse;

    /// <summary>
    /// The lock's number. It stands in the node's row, so that the node that declares this one dead can end its writer's connection.
    /// </summary>
    public long Lock { get; } = Random.Shared.NextInt64();

    /// <summary>
    /// Sends the batch; before that, looks up which of the writes an earlier attempt has done already, and takes them out.
    /// </summary>
    public async Task ExecuteAsync(List<Write> writes, CancellationToken cancellationToken)
    {
        var isSent = false;
        try
        {
            connection ??= await OpenAsync(cancellationToken);
            await LostAnswers.FindAsync(connection, writes, cancellationToken);

            // Connecting may have taken longer than a user waits: writes that were refused in the meantime are not done.
            writes.RemoveAll(write => write.IsWithdrawn);
            isSent = true;
            await batch.ExecuteAsync(connection, writes);
        }
        catch (Exception exception)
        {
            // An error that the server reported has rolled the transaction back; the connection can be used again.
            if (PostgresFaults.Of(exception) is null or PostgresFault.Outage)
            {
                await CloseAsync();
                if (isSent)
                {
                    writes.ForEach(write => write.MayBeDone = true);
                }
            }

            throw;
        }
    }

    public async ValueTask DisposeAsync() => await CloseAsync();

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var opened = await database.OpenForWriterAsync(cancellationToken);
        try
        {
            // A connection that broke on our side alone may live on at the server: it is ended there.
            if (!await TryLockAsync(opened, cancellationToken))
            {
                await Sessions.EndHoldersAsync(opened, [Lock], cancellationToken);
                if (!await TryLockAsync(opened, cancellationToken))
                {
                    throw new DatabaseUnavailableException("The writer's connection before this one has not ended yet.", null);
                }
            }

            return opened;
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    private async Task<bool> TryLockAsync(NpgsqlConnection opened, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(string.Create(CultureInfo.InvariantCulture, $"SELECT pg_try_advisory_lock({Lock})"), opened);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task CloseAsync()
    {
        if (connection is { } broken)
        {
            connection = null;
            batch = new WriteBatch(time);
            NpgsqlConnection.ClearPool(broken);
            await broken.DisposeAsync();
        }
    }
}
