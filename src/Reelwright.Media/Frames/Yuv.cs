namespace Reelwright.Media.Frames;

/// <summary>A colour as 8-bit code values of BT.709, limited range: Y 16..235, U and V 16..240 around 128.</summary>
/// <remarks>Coefficients: ITU-R BT.709-6, Kr 0.2126, Kb 0.0722, quantised as in its section 4.</remarks>
internal readonly record struct Yuv(float Y, float U, float V)
{
    public static Yuv Black { get; } = new(16, 128, 128);

    public float this[int plane] => plane switch
    {
        0 => Y,
        1 => U,
        _ => V,
    };

    /// <summary>From gamma-encoded sRGB, each channel 0..1.</summary>
    public static Yuv FromRgb(float red, float green, float blue)
    {
        var luma = (0.2126f * red) + (0.7152f * green) + (0.0722f * blue);
        return new Yuv(16 + (219 * luma), 128 + (224 * (blue - luma) / 1.8556f), 128 + (224 * (red - luma) / 1.5748f));
    }

    public Yuv Mix(Yuv other, float amount) =>
        new(Y + ((other.Y - Y) * amount), U + ((other.U - U) * amount), V + ((other.V - V) * amount));

    /// <summary>Less light and less colour; 1 and 1 leave it as it is.</summary>
    public Yuv Graded(Grade grade) =>
        new(16 + ((Y - 16) * grade.Light), 128 + ((U - 128) * grade.Colour), 128 + ((V - 128) * grade.Colour));
}
