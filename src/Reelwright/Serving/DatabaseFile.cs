using Microsoft.Extensions.Configuration;
using Reelwright.Hosting.Configuration;
using Reelwright.Storage.Sqlite;

namespace Reelwright.Serving;

/// <summary>The database that a server on this machine would use.</summary>
internal static class DatabaseFile
{
    /// <summary>The address of a shared database; null for the embedded one.</summary>
    public static string? Url
    {
        get
        {
            var configuration = new ConfigurationManager();
            configuration.AddEnvironmentVariables();
            KnownNames.Apply(configuration);
            return configuration["Reelwright:Database:Url"];
        }
    }

    public static string PathIn(string dataFolder) => Path.Combine(dataFolder, "reelwright.db");

    /// <summary>Whether a process has the embedded database: one that starts, one that stops, or one that does not answer.</summary>
    public static bool IsInUse(string dataFolder) => Url is null && SqliteJobStore.IsInUse(PathIn(dataFolder));
}
