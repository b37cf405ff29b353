namespace Reelwright.Media.Frames;

/// <summary>One plane of a yuv420p frame.</summary>
/// <param name="Index">0 is Y, 1 is U, 2 is V.</param>
/// <param name="Width">Samples in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Step">Pixels from one sample to the next: 1 for luma, 2 for chroma.</param>
/// <param name="Offset">First byte in the frame.</param>
internal readonly record struct PlaneShape(int Index, int Width, int Height, int Step, int Offset)
{
    /// <summary>Least code value of limited range.</summary>
    public const byte Floor = 16;

    /// <summary>Greatest code value of limited range.</summary>
    public byte Ceiling => Index == 0 ? (byte)235 : (byte)240;

    /// <summary>Pixel column of sample 0: chroma is sited on the left one of its two columns.</summary>
    public static double FirstX => 0.5;

    /// <summary>Pixel row of sample 0: chroma lies between its two rows.</summary>
    public double FirstY => 0.5 * Step;

    public static PlaneShape[] Of(int width, int height)
    {
        var luma = width * height;
        return
        [
            new PlaneShape(0, width, height, 1, 0),
            new PlaneShape(1, width / 2, height / 2, 2, luma),
            new PlaneShape(2, width / 2, height / 2, 2, luma + (luma / 4)),
        ];
    }
}
