using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Reelwright.MediaFiles;

namespace Reelwright.Hosting.Media;

/// <summary>Renders a file that is not in the store yet; false when there is no recipe for it.</summary>
public delegate Task<bool> MaterialiseMedia(MediaKey key, CancellationToken cancellationToken);

/// <summary>
/// Opens media files, and renders a clip on demand when only its recipe exists (<c>{hash}.recipe.json</c> beside <c>{hash}.mp4</c>).
/// Concurrent requests for one clip share one render, which continues when all of them are aborted.
/// </summary>
public sealed partial class OnDemandClips(
    IMediaStore store, TimeProvider time, ILogger<OnDemandClips> logger, MaterialiseMedia? materialise = null)
{
    private static readonly TimeSpan LongestRender = TimeSpan.FromMinutes(3);

    private readonly ConcurrentDictionary<MediaKey, Lazy<Task<bool>>> underway = new();

    /// <summary>Null when neither the file nor its recipe exists.</summary>
    public async Task<MediaContent?> OpenAsync(MediaKey key, CancellationToken cancellationToken)
    {
        var media = await store.OpenAsync(key, cancellationToken);
        return media is null && await EnsureAsync(key, cancellationToken)
            ? await store.OpenAsync(key, cancellationToken)
            : media;
    }

    /// <summary>Renders the file if it is not in the store; false when neither it nor its recipe exists.</summary>
    public async Task<bool> EnsureAsync(MediaKey key, CancellationToken cancellationToken)
    {
        if (await store.ExistsAsync(key, cancellationToken))
        {
            return true;
        }

        if (materialise is null || RecipeOf(key) is not { } recipe || !await store.ExistsAsync(recipe, cancellationToken))
        {
            return false;
        }

        var making = underway.GetOrAdd(key, name => new Lazy<Task<bool>>(() => MakeAsync(name, materialise)));
        return await making.Value.WaitAsync(cancellationToken);
    }

    /// <summary>The key of a clip's recipe; null when the key is not that of a clip.</summary>
    public static MediaKey? RecipeOf(MediaKey key) =>
        key.Extension == ".mp4" && key.Value.Split('/') is ["jobs", _, "clips", _]
            ? MediaKey.Parse(key.Value[..^".mp4".Length] + ".recipe.json")
            : null;

    private async Task<bool> MakeAsync(MediaKey key, MaterialiseMedia make)
    {
        // Continues on another thread, so that the dictionary holds this task before the task can end.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        var started = time.GetTimestamp();
        using var deadline = new CancellationTokenSource(LongestRender, time);
        try
        {
            // A request that missed the file just before an earlier render ended finds it here.
            var made = await store.ExistsAsync(key, deadline.Token) || await make(key, deadline.Token);
            var seconds = time.GetElapsedTime(started).TotalSeconds;
            Log.Made(logger, key, made, seconds);
            return made;
        }
        finally
        {
            underway.TryRemove(key, out _);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Clip {Key} was requested and rendered from its recipe ({Made}) in {DurationSeconds:0.0} s")]
        public static partial void Made(ILogger logger, MediaKey key, bool made, double durationSeconds);
    }
}
