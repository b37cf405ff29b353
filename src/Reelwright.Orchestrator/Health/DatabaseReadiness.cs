using Microsoft.Extensions.Logging;
using Reelwright.Engine.Store;

namespace Reelwright.Orchestrator.Health;

/// <summary>The built-in check of the database.</summary>
internal sealed partial class DatabaseReadiness(IJobStore store, StoredFiles files, DiskReadiness disk, ILogger<DatabaseReadiness> logger)
{
    public async Task<ReadinessFault?> RunAsync(CancellationToken cancellationToken)
    {
        if (files.FindFault() is { } gone)
        {
            return gone;
        }

        try
        {
            await store.PingAsync(cancellationToken);
            return null;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Unreachable(logger, exception);
            return await disk.ExplainAsync(cancellationToken) ?? new(
                "The database does not answer.",
                "With DATABASE_URL: check that the server runs, lets this node in and is not read-only. Without: that the folder of the database (DATA_DIR) exists and that no other process holds the file.");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The database does not answer")]
        public static partial void Unreachable(ILogger logger, Exception exception);
    }
}
