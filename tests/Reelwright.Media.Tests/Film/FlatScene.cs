using Reelwright.Media.Scenes;

namespace Reelwright.Media.Tests.Film;

/// <summary>Frames of one grey, so that whatever else is seen was written over them.</summary>
internal sealed class FlatScene(int width, int height, int frames, byte shade) : IFrameSource
{
    public int Width => width;

    public int Height => height;

    public int FrameCount => frames;

    public bool IsDisposed { get; private set; }

    public void Render(int frame, Span<byte> yuv420p)
    {
        yuv420p[..(width * height)].Fill(shade);
        yuv420p[(width * height)..].Fill(128);
    }

    public void Dispose() => IsDisposed = true;
}

/// <summary>Frames whose grey tells their number.</summary>
internal sealed class CountingScene(int width, int height, int frames, int first = 0) : IFrameSource
{
    public int Width => width;

    public int Height => height;

    public int FrameCount => frames;

    public void Render(int frame, Span<byte> yuv420p)
    {
        yuv420p[..(width * height)].Fill((byte)(40 + ((first + frame) * 2)));
        yuv420p[(width * height)..].Fill(128);
    }

    public void Dispose()
    {
    }
}
