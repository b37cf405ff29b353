namespace Reelwright.Media.Frames;

/// <summary>What one frame needs while it is drawn. Rented for a frame, so that frames can be drawn side by side.</summary>
internal sealed class FrameScratch(int width, int discs, int sheets, MeshSize mesh)
{
    /// <summary>Samples after a row's end that whole vectors may touch.</summary>
    public const int Padding = 64;

    public float[] Row { get; } = new float[width + Padding];

    public byte[] Packed { get; } = new byte[width + Padding];

    public uint[] Upper { get; } = new uint[width + Padding];

    public uint[] Lower { get; } = new uint[width + Padding];

    public Disc[] Discs { get; } = new Disc[discs];

    public AffineMap[] Sheets { get; } = new AffineMap[sheets];

    /// <summary>Mesh nodes of Y, U and V.</summary>
    public float[][] Mesh { get; } = [new float[mesh.Length], new float[mesh.Length], new float[mesh.Length]];

    public float[] MeshLine { get; } = new float[mesh.Stride];
}
