using Microsoft.Extensions.Logging;
using Reelwright.Engine.Store;

namespace Reelwright.Orchestrator.Health;

/// <summary>The built-in check of the database.</summary>
internal sealed partial class DatabaseReadiness(IJobStore store, ILogger<DatabaseReadiness> logger)
{
    public async Task<ReadinessFault?> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await store.PingAsync(cancellationToken);
            return null;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Unreachable(logger, exception);
            return new(
                "The database does not answer.",
                "Check that the folder of the database (DATA_DIR) exists, can be written and has room, and that no other process holds the file.");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The database does not answer")]
        public static partial void Unreachable(ILogger logger, Exception exception);
    }
}
