using Microsoft.Extensions.Hosting;

namespace Reelwright.Orchestrator.Health;

/// <summary>
/// The files and folders that this server opened when it started. An open file that was deleted or replaced still takes writes, and they
/// are lost:
/// so everything that writes asks here first. One question is a few calls of stat.
/// </summary>
/// <param name="paths">What must stay, the outermost first. A path where nothing is now is not watched.</param>
internal sealed class StoredFiles(IEnumerable<(string Name, string Path)> paths) : IHostedService
{
    private readonly IReadOnlyList<(string Name, string Path, FileIdentity Identity)> files =
        [.. from file in paths let identity = FileIdentity.Of(file.Path) where identity is not null select (file.Name, file.Path, identity.Value)];

    /// <summary>Null when all are in place.</summary>
    public ReadinessFault? FindFault()
    {
        foreach (var (name, path, identity) in files)
        {
            if (FileIdentity.Of(path) is var now && now != identity)
            {
                return new(
                    $"The {name} {path} was {(now is null ? "deleted" : "replaced")} while the server runs, so nothing can be stored.",
                    "Stop the server, put the data back, from a backup if it is lost, and start the server again.");
            }
        }

        return null;
    }

    // As a hosted service it is made at the start, when everything is in place.
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
