using Reelwright.Media.Vector;

namespace Reelwright.Media.Art;

/// <summary>Draws the picture that an ad's clips start from.</summary>
public static class StillImage
{
    /// <summary>Writes the reference image as PNG: background, lights, hero, no text.</summary>
    public static void WritePng(ArtSpec spec, int width, int height, string path)
    {
        using var image = Draw(ArtKit.Create(spec), width, height);
        image.WritePng(path);
    }

    internal static BgraImage Draw(Artwork artwork, int width, int height)
    {
        var image = BgraImage.Create(width, height);
        try
        {
            Backdrop.Paint(image, artwork.Tones, artwork.Blobs(0, width, height));
            var hero = HeroPlacement.For(width, height);
            var side = (int)Math.Round(hero.Side * Math.Min(width, height));
            foreach (var layer in artwork.Layers)
            {
                using var sheet = SvgRaster.Render(layer.Svg, side, side);
                Sheets.Lay(sheet, image, (int)Math.Round((hero.X * width) - (side / 2.0)), (int)Math.Round((hero.Y * height) - (side / 2.0)));
            }

            return image;
        }
        catch
        {
            image.Dispose();
            throw;
        }
    }
}
