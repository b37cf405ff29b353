using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Reelwright.MediaFiles;

namespace Reelwright.Hosting.Media;

/// <summary>Makes a file that is not in the store yet but can be; false when it can't.</summary>
public delegate Task<bool> MaterialiseMedia(MediaKey key, CancellationToken cancellationToken);

/// <summary>
/// Opens media that exist, and has a clip made that exists only as a recipe (<c>{hash}.recipe.json</c> beside <c>{hash}.mp4</c>).
/// However many ask for one clip at once, it is made once; and it goes on being made when they all hang up.
/// </summary>
public sealed partial class OnDemandClips(
    IMediaStore store, TimeProvider time, ILogger<OnDemandClips> logger, MaterialiseMedia? materialise = null)
{
    private static readonly TimeSpan LongestRender = TimeSpan.FromMinutes(3);

    private readonly ConcurrentDictionary<MediaKey, Lazy<Task<bool>>> underway = new();

    /// <summary>Null when there is no such file and nothing that it could be made from.</summary>
    public async Task<MediaContent?> OpenAsync(MediaKey key, CancellationToken cancellationToken)
    {
        var media = await store.OpenAsync(key, cancellationToken);
        return media is null && await EnsureAsync(key, cancellationToken)
            ? await store.OpenAsync(key, cancellationToken)
            : media;
    }

    /// <summary>Sees to it that the file is in the store; false when there is nothing that it could be made from.</summary>
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

    /// <summary>Where the recipe of a clip is kept; null when the key is not that of a clip.</summary>
    public static MediaKey? RecipeOf(MediaKey key) =>
        key.Extension == ".mp4" && key.Value.Split('/') is ["jobs", _, "clips", _]
            ? MediaKey.Parse(key.Value[..^".mp4".Length] + ".recipe.json")
            : null;

    private async Task<bool> MakeAsync(MediaKey key, MaterialiseMedia make)
    {
        // Off the caller's thread, so that the dictionary holds this task before it can end.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        var started = time.GetTimestamp();
        using var deadline = new CancellationTokenSource(LongestRender, time);
        try
        {
            // Whoever looked just before an earlier one ended finds its file here.
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
        [LoggerMessage(Level = LogLevel.Information, Message = "Clip {Key} was asked for and made from its recipe ({Made}) in {DurationSeconds:0.0} s")]
        public static partial void Made(ILogger logger, MediaKey key, bool made, double durationSeconds);
    }
}
