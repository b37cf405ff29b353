namespace Reelwright.Media.Scenes;

/// <summary>A run of raw frames: drawn from a recipe, or decoded from a file.</summary>
public interface IFrameSource : IDisposable
{
    int Width { get; }

    int Height { get; }

    /// <summary>Frames at 30 a second. A drawn source can go on beyond it; a decoded one repeats its last frame.</summary>
    int FrameCount { get; }

    /// <summary>
    /// Draws one frame as planar yuv420p, bt709 limited range: Width*Height*3/2 bytes. Safe to call from several threads at once.
    /// </summary>
    void Render(int frame, Span<byte> yuv420p);
}
