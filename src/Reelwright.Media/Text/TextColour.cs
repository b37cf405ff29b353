namespace Reelwright.Media.Text;

/// <summary>
/// ffmpeg's text filter turns colours into video by the matrix of BT.601, whatever the video is in. The film is in BT.709,
/// so a colour is exchanged for the one that BT.601 turns into what BT.709 would have made of it.
/// </summary>
internal static class TextColour
{
    public static (int R, int G, int B) ForFilm(int r, int g, int b)
    {
        var y = (0.2126 * r) + (0.7152 * g) + (0.0722 * b);
        var blue = (b - y) / 1.8556;
        var red = (r - y) / 1.5748;
        return (Byte(y + (1.402 * red)), Byte(y - (0.344136 * blue) - (0.714136 * red)), Byte(y + (1.772 * blue)));
    }

    private static int Byte(double value) => (int)Math.Round(Math.Clamp(value, 0, 255));
}
