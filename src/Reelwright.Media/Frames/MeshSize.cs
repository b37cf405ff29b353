using System.Numerics;

namespace Reelwright.Media.Frames;

/// <summary>The nodes of a mesh gradient: one every <see cref="Cell"/> pixels, with one more beyond the last pixel.</summary>
internal readonly record struct MeshSize(int Columns, int Rows)
{
    public const int Cell = 16;

    /// <summary>Nodes from one row to the next: whole vectors.</summary>
    public int Stride => (Columns + Vector<float>.Count) / Vector<float>.Count * Vector<float>.Count;

    public int Length => Stride * Rows;

    public static MeshSize For(int width, int height) =>
        new(((width + Cell - 1) / Cell) + 1, ((height + Cell - 1) / Cell) + 1);
}
