using System.Collections.Concurrent;
using Reelwright.Media.Scenes;

namespace Reelwright.Media.Film;

/// <summary>The film's frames: scenes, the transitions between them, the logo on the end card.</summary>
internal sealed class FilmFrames(int width, int height, IReadOnlyList<TimelineScene> timeline, SceneOpener scenes, LogoStamp? logo)
{
    private const int OpenAhead = 45;
    private readonly ConcurrentBag<byte[]> _scratch = [];

    public int Count => timeline[^1].End;

    public async ValueTask DrawAsync(int frame, Memory<byte> pixels, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var scene = SceneAt(frame);
        var incoming = await scenes.OpenAsync(scene.Index).ConfigureAwait(false);
        if (scene.End - frame <= OpenAhead && scene.Index + 1 < timeline.Count)
        {
            _ = scenes.OpenAsync(scene.Index + 1);
        }

        var local = frame - scene.Start;
        if (local < scene.Overlap)
        {
            var before = timeline[scene.Index - 1];
            var outgoing = await scenes.OpenAsync(before.Index).ConfigureAwait(false);
            Mix(scene, outgoing, before.Length + local, incoming, local, pixels.Span);
        }
        else
        {
            incoming.Render(local, pixels.Span);
        }

        logo?.Blend(frame, pixels.Span);
    }

    /// <summary>Scenes before this one are not needed after a frame.</summary>
    public int FirstSceneNeededAfter(int frame)
    {
        var next = SceneAt(Math.Min(frame + 1, Count - 1));
        return frame + 1 - next.Start < next.Overlap ? next.Index - 1 : next.Index;
    }

    private void Mix(TimelineScene scene, IFrameSource outgoing, int tail, IFrameSource incoming, int local, Span<byte> pixels)
    {
        if (!_scratch.TryTake(out var scratch))
        {
            scratch = new byte[ClipEncoder.FrameBytes(width, height)];
        }

        outgoing.Render(tail, pixels);
        incoming.Render(local, scratch);
        FrameMixer.Mix(scene.Entrance, pixels, scratch, width, height, (local + 1.0) / (scene.Overlap + 1));
        _scratch.Add(scratch);
    }

    private TimelineScene SceneAt(int frame)
    {
        var index = 0;
        while (timeline[index].End <= frame)
        {
            index++;
        }

        return timeline[index];
    }
}
