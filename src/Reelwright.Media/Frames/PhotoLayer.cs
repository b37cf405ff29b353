using Reelwright.Media.Scenes;

namespace Reelwright.Media.Frames;

/// <summary>
/// A reference image that is not ours: it fills the frame, and the camera moves over it. Where that would cut too much of it away, the
/// whole picture stands as a card before itself, blurred, and the two drift against each other.
/// </summary>
internal sealed class PhotoLayer
{
    /// <summary>Share of the picture that lies outside of the frame at rest, so that the camera has room.</summary>
    private const double Margin = 1.22;

    /// <summary>Share of the picture that may be cut away.</summary>
    private const double MostLost = 0.45;

    private static readonly Grade _ground = new(0.62f, 0.85f);
    private readonly Sprite _sprite;
    private readonly int _width;
    private readonly int _height;

    private PhotoLayer(Sprite sprite, PhotoCard? card, int width, int height) => (_sprite, Card, _width, _height) = (sprite, card, width, height);

    public Sprite Sprite => _sprite;

    /// <summary>Stands before the sprite; null when the picture itself fills the frame.</summary>
    public PhotoCard? Card { get; }

    public static PhotoLayer Create(ReferenceImage image, SceneRecipe recipe, SceneLook look)
    {
        var width = (int)(recipe.Width * Margin) & ~1;
        var height = (int)(recipe.Height * Margin) & ~1;
        var crop = SmartCrop.Find(image, width, height);
        var isEndCard = recipe.Role == SceneRole.CallToAction;
        var isCard = !isEndCard && crop.Width * crop.Height < (1 - MostLost) * image.Width * image.Height;
        var pixels = isEndCard || isCard
            ? Blurred(image, crop, width, height, isCard ? 90 : 40)
            : ImageScaler.Scale(image.Bgra, image.Width, image.Height, crop, width, height, 0);
        var grade = isEndCard ? new Grade(look.IsLight ? 1 : 0.66f, 0.75f) : isCard ? Darker(look.Grade) : look.Grade;
        var card = isCard ? PhotoCard.Create(image, recipe, look.Grade) : null;
        return new PhotoLayer(Sprite.FromBgra(pixels, width, height, width * 4, grade), card, recipe.Width, recipe.Height);
    }

    /// <summary>Where the picture is at a moment; it always covers the frame.</summary>
    public AffineMap Place(CameraPose pose)
    {
        // Close-ups of the drawn product are far larger than a picture of this size can bear.
        var zoom = Math.Clamp(pose.Zoom > 1.2 ? Math.Max(1, pose.Zoom - 0.30) : pose.Zoom, 0.93, 1.3);
        var scale = 1.10 / Margin * zoom;
        var (roomX, roomY) = (((_sprite.Width * scale) - _width) / 2, ((_sprite.Height * scale) - _height) / 2);
        var way = Card is null ? 1 : -0.6;
        var x = Math.Clamp(way * pose.PanX * _width, 3 - roomX, roomX - 3);
        var y = Math.Clamp(way * pose.PanY * _height, 3 - roomY, roomY - 3);
        return AffineMap.Place(_sprite.Width, _sprite.Height, (_width / 2.0) + x, (_height / 2.0) + y, scale, 0, 0);
    }

    private static Grade Darker(Grade grade) => new(grade.Light * _ground.Light, grade.Colour * _ground.Colour);

    /// <summary>An end card shows the picture far out of focus: the name in front of it is what counts.</summary>
    private static byte[] Blurred(ReferenceImage image, Box crop, int width, int height, int coarse)
    {
        var (small, low) = (Math.Max(8, width / coarse), Math.Max(8, height / coarse));
        var tiny = ImageScaler.Scale(image.Bgra, image.Width, image.Height, crop, small, low, 1);
        return ImageScaler.Scale(tiny, small, low, new Box(0, 0, small, low), width, height, 1);
    }
}
