using Reelwright.Media.Scenes;

namespace Reelwright.Media.Frames;

/// <summary>
/// A whole picture as a card with round corners and a soft shadow, where the product otherwise stands. Of a panorama, which would be a thin
/// strip, the card shows the part where most is to be seen.
/// </summary>
internal sealed class PhotoCard
{
    private const double Corner = 0.045;
    private const double ShadowReach = 0.07;
    private const double ShadowFall = 0.02;
    private const double ShadowStrength = 0.42;
    private const double LargestZoom = 1.05;

    /// <summary>
    /// The longer side of a card to its shorter one. Films are at most 2.4 to 1, and photographs that are meant to be looked at as a whole
    /// 2 to 1.
    /// </summary>
    private const double LongestShape = 2.2;

    private readonly SceneLayout _layout;
    private readonly double _width;

    private PhotoCard(Sprite sprite, SceneLayout layout, double width) => (Sprite, _layout, _width) = (sprite, layout, width);

    public Sprite Sprite { get; }

    public static PhotoCard Create(ReferenceImage image, SceneRecipe recipe, Grade grade)
    {
        var layout = SceneLayout.For(recipe.Width, recipe.Height, recipe.Role);
        var (roomWidth, roomHeight) = Room(layout);
        var part = Part(image);
        var scale = Math.Min(roomWidth / part.Width, roomHeight / part.Height) * LargestZoom;
        var (width, height) = ((int)(part.Width * scale), (int)(part.Height * scale));
        var pixels = ImageScaler.Scale(image.Bgra, image.Width, image.Height, part, width, height, 0);
        var reach = (int)Math.Ceiling(Math.Min(roomWidth, roomHeight) * ShadowReach);
        var (spriteWidth, spriteHeight) = ((width + (2 * reach) + 1) & ~1, (height + (2 * reach) + 1) & ~1);
        var card = Cut(pixels, width, height, spriteWidth, spriteHeight, reach, Math.Min(roomWidth, roomHeight) * Corner);
        return new PhotoCard(Sprite.FromBgra(card, spriteWidth, spriteHeight, spriteWidth * 4, grade), layout, spriteWidth / LargestZoom);
    }

    /// <summary>Where the card is at a moment: nearer than its ground, so it moves more.</summary>
    public AffineMap Place(CameraPose pose)
    {
        var shorter = Math.Min(_layout.Width, _layout.Height);
        var zoom = Math.Clamp(1 + ((pose.Zoom - 1) * 0.5), 0.95, LargestZoom);
        return AffineMap.Place(
            Sprite.Width,
            Sprite.Height,
            _layout.Hero.CentreX + (shorter * pose.PanX * 0.35),
            _layout.Hero.CentreY + (shorter * pose.PanY * 0.35),
            _width * zoom / Sprite.Width,
            pose.Roll * 0.22,
            pose.Yaw * 0.35);
    }

    private static Box Part(ReferenceImage image)
    {
        var (longer, shorter) = (Math.Max(image.Width, image.Height), Math.Min(image.Width, image.Height));
        var length = (int)Math.Min(longer, shorter * LongestShape);
        return image.Width > image.Height ? SmartCrop.Find(image, length, shorter) : SmartCrop.Find(image, shorter, length);
    }

    /// <summary>An upright or square frame has room beside the product; a wide one has its text there.</summary>
    private static (double Width, double Height) Room(SceneLayout layout)
    {
        var hero = layout.Hero;
        var beside = 1.8 * Math.Min(hero.CentreX, layout.Width - hero.CentreX);
        return (layout.Shape == SceneShape.Wide ? hero.Width : Math.Min(hero.Width * 1.4, beside), hero.Height * 1.02);
    }

    /// <summary>Premultiplied pixels of the picture, its corners rounded, over its shadow.</summary>
    private static byte[] Cut(byte[] picture, int width, int height, int spriteWidth, int spriteHeight, int margin, double corner)
    {
        var card = new byte[spriteWidth * spriteHeight * 4];
        var (left, top) = ((spriteWidth - width) / 2, (spriteHeight - height) / 2);
        var fall = height * ShadowFall;
        for (var y = 0; y < spriteHeight; y++)
        {
            for (var x = 0; x < spriteWidth; x++)
            {
                var (px, py) = (x - left, y - top);
                var inside = Math.Clamp(0.5 - Outside(px, py, width, height, corner), 0, 1);
                var depth = Math.Clamp(1 - ((Outside(px, py - fall, width, height, corner) + (margin * 0.4)) / (margin * 1.1)), 0, 1);
                var shadow = ShadowStrength * depth * depth * (3 - (2 * depth)) * (1 - inside);
                var at = ((y * spriteWidth) + x) * 4;
                if (inside > 0 && px >= 0 && px < width && py >= 0 && py < height)
                {
                    var from = ((py * width) + px) * 4;
                    card[at] = (byte)(picture[from] * inside);
                    card[at + 1] = (byte)(picture[from + 1] * inside);
                    card[at + 2] = (byte)(picture[from + 2] * inside);
                }

                card[at + 3] = (byte)((inside + shadow) * 255);
            }
        }

        return card;
    }

    /// <summary>Pixels from a pixel's centre to a rectangle with round corners; negative inside of it.</summary>
    private static double Outside(double x, double y, double width, double height, double corner)
    {
        var dx = Math.Abs(x + 0.5 - (width / 2)) - (width / 2) + corner;
        var dy = Math.Abs(y + 0.5 - (height / 2)) - (height / 2) + corner;
        var beyond = Math.Sqrt((Math.Max(dx, 0) * Math.Max(dx, 0)) + (Math.Max(dy, 0) * Math.Max(dy, 0)));
        return beyond + Math.Min(Math.Max(dx, dy), 0) - corner;
    }
}
