namespace Reelwright.Media.Frames;

/// <summary>A picture made ready for sampling: luma in full, chroma in half resolution.</summary>
internal sealed class Sprite
{
    private Sprite(int width, int height)
    {
        Width = width;
        Height = height;
        Luma = new SpritePlane(width, height);
        Blue = new SpritePlane(width / 2, height / 2);
        Red = new SpritePlane(width / 2, height / 2);
    }

    public int Width { get; }

    public int Height { get; }

    public SpritePlane Luma { get; }

    public SpritePlane Blue { get; }

    public SpritePlane Red { get; }

    public SpritePlane this[int plane] => plane switch
    {
        0 => Luma,
        1 => Blue,
        _ => Red,
    };

    /// <summary>Reads premultiplied B, G, R, A rows. An odd last row or column is left out.</summary>
    public static Sprite FromBgra(ReadOnlySpan<byte> pixels, int width, int height, int stride, Grade grade)
    {
        var sprite = new Sprite(width & ~1, height & ~1);
        for (var y = 0; y < sprite.Height; y += 2)
        {
            var upper = pixels.Slice(y * stride, sprite.Width * 4);
            var lower = pixels.Slice((y + 1) * stride, sprite.Width * 4);
            for (var x = 0; x < sprite.Width; x += 2)
            {
                sprite.SetQuad(x, y, upper.Slice(x * 4, 8), lower.Slice(x * 4, 8), grade);
            }
        }

        sprite.Luma.Trim();
        sprite.Blue.Trim();
        sprite.Red.Trim();
        return sprite;
    }

    private void SetQuad(int x, int y, ReadOnlySpan<byte> upper, ReadOnlySpan<byte> lower, Grade grade)
    {
        int blue = 0, green = 0, red = 0, alpha = 0;
        for (var i = 0; i < 8; i += 4)
        {
            SetLuma(x + (i / 4), y, upper.Slice(i, 4), grade);
            SetLuma(x + (i / 4), y + 1, lower.Slice(i, 4), grade);
            blue += upper[i] + lower[i];
            green += upper[i + 1] + lower[i + 1];
            red += upper[i + 2] + lower[i + 2];
            alpha += upper[i + 3] + lower[i + 3];
        }

        if (alpha != 0)
        {
            // Premultiplied, so a colour's offset of 128 counts only as much as its alpha.
            var colour = Yuv.FromRgb(red / 1020f, green / 1020f, blue / 1020f);
            var neutral = 128 * (alpha / 1020f);
            Blue.Set(x / 2, y / 2, neutral + ((colour.U - 128) * grade.Colour), alpha / 4f);
            Red.Set(x / 2, y / 2, neutral + ((colour.V - 128) * grade.Colour), alpha / 4f);
        }
    }

    private void SetLuma(int x, int y, ReadOnlySpan<byte> pixel, Grade grade)
    {
        if (pixel[3] != 0)
        {
            var light = ((0.2126f * pixel[2]) + (0.7152f * pixel[1]) + (0.0722f * pixel[0])) * (219f / 255);
            Luma.Set(x, y, (16 * (pixel[3] / 255f)) + (light * grade.Light), pixel[3]);
        }
    }
}
