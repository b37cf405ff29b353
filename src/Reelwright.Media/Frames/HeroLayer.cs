using Reelwright.Media.Art;
using Reelwright.Media.Scenes;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Frames;

/// <summary>The product: sheets one above the other, which the camera moves past at different speeds.</summary>
internal sealed class HeroLayer
{
    /// <summary>A sheet's document is this much larger than the box its drawing fills.</summary>
    private const double Bleed = 1.12;

    private const int LargestSide = 4096;
    private readonly Sheet[] _sheets;
    private readonly SceneLayout _layout;

    private HeroLayer(Sheet[] sheets, SceneLayout layout)
    {
        _sheets = sheets;
        _layout = layout;
    }

    public int Count => _sheets.Length;

    /// <summary>Draws all sheets, as large as the camera will come to see them.</summary>
    public static HeroLayer Create(IReadOnlyList<ArtLayer> layers, SceneLayout layout, double largestZoom, Grade grade)
    {
        var side = Math.Min((int)Math.Ceiling(layout.Hero.Width * Bleed * largestZoom), LargestSide) & ~1;
        return new HeroLayer([.. layers.Select(layer => Draw(layer, side, grade))], layout);
    }

    public Sprite Sprite(int sheet) => _sheets[sheet].Sprite;

    public bool CatchesLight(int sheet) => _sheets[sheet].CatchesLight;

    /// <summary>Where each sheet is at a moment.</summary>
    public void Place(CameraPose pose, double seconds, Span<AffineMap> maps)
    {
        var shorter = Math.Min(_layout.Width, _layout.Height);
        for (var i = 0; i < _sheets.Length; i++)
        {
            var (sprite, depth, _) = _sheets[i];
            var settled = Easing.Out((seconds + 0.12 - (0.12 * depth)) / 0.95);
            var nearness = 0.75 + (0.7 * depth);
            var bob = (3.5 + (6 * depth)) * Math.Sin((1.25 * seconds) + (1.9 * depth)) / 1080;
            var rise = 0.04 * (1 - settled);
            var x = _layout.Hero.CentreX + (shorter * ((pose.PanX * nearness) + (0.07 * Math.Sin(pose.Yaw) * depth)));
            var y = _layout.Hero.CentreY + (shorter * ((pose.PanY * nearness) + bob + rise));
            var zoom = pose.Zoom * (0.94 + (0.06 * settled)) * (1 + (0.03 * depth * (pose.Zoom - 1)));
            var scale = _layout.Hero.Width * Bleed * zoom / sprite.Width;
            maps[i] = AffineMap.Place(sprite.Width, sprite.Height, x, y, scale, pose.Roll, pose.Yaw);
        }
    }

    private static Sheet Draw(ArtLayer layer, int side, Grade grade)
    {
        using var image = SvgRaster.Render(layer.Svg, side, side);
        return new Sheet(Frames.Sprite.FromBgra(image.Pixels, image.Width, image.Height, image.Stride, grade), layer.Depth, layer.CatchesLight);
    }

    private sealed record Sheet(Sprite Sprite, double Depth, bool CatchesLight);
}
