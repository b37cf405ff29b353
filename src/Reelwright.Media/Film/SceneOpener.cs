using Reelwright.Media.Scenes;

namespace Reelwright.Media.Film;

/// <summary>Opens the scenes' sources one ahead of the film, and closes each when the film has passed it.</summary>
internal sealed class SceneOpener(IReadOnlyList<Func<CancellationToken, IFrameSource>> sources, CancellationToken cancellationToken) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly Task<IFrameSource>?[] _open = new Task<IFrameSource>?[sources.Count];
    private int _closed;

    /// <summary>Starts opening a scene, or gives what was started.</summary>
    public Task<IFrameSource> OpenAsync(int scene)
    {
        lock (_gate)
        {
            return _open[scene] ??= Task.Run(() => sources[scene](cancellationToken), cancellationToken);
        }
    }

    /// <summary>Closes all scenes before one.</summary>
    public async ValueTask CloseBeforeAsync(int scene)
    {
        for (; _closed < Math.Min(scene, sources.Count); _closed++)
        {
            var open = _open[_closed];
            _open[_closed] = null;
            if (open is not null)
            {
                try
                {
                    (await open.ConfigureAwait(false)).Dispose();
                }
                catch (Exception)
                {
                    // It never opened; who wanted to draw from it has been told why.
                }
            }
        }
    }

    public ValueTask DisposeAsync() => CloseBeforeAsync(sources.Count);
}
