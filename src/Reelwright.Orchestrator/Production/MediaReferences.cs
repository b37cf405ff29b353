using Reelwright.MediaFiles;
using Reelwright.MediaFiles.Links;

namespace Reelwright.Orchestrator.Production;

/// <summary>
/// What becomes of URLs on their way through the pipeline. A URL that we signed is kept as <c>media:{key}</c> and signed anew whenever it
/// is handed out; any other passes untouched, also one that only looks like ours: a service can't name a key and have it signed.
/// </summary>
internal sealed class MediaReferences(MediaLinks links)
{
    /// <summary>Starts a reference to our own store.</summary>
    public const string Prefix = "media:";

    /// <summary>As it is kept in the database.</summary>
    public string ToStored(string url) => links.TryVerify(url, acceptExpired: true, out var key) ? $"{Prefix}{key}" : url;

    /// <summary>As the next service gets it: a signature that would run out before a slow job does is replaced.</summary>
    public string ForService(string url) => links.TryVerify(url, acceptExpired: true, out var key) ? links.ForService(key) : url;

    /// <summary>As a user gets it.</summary>
    public string ForUser(string stored) =>
        stored.StartsWith(Prefix, StringComparison.Ordinal) && MediaKey.TryParse(stored[Prefix.Length..], out var key) ? links.ForUser(key) : stored;
}
