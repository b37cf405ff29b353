using Reelwright.Media.Scenes;

namespace Reelwright.Media.Frames;

/// <summary>A reference image that is not ours: it fills the frame, and the camera moves over it.</summary>
internal sealed class PhotoStage
{
    /// <summary>Share of the picture that lies outside of the frame at rest, so that the camera has room.</summary>
    private const double Margin = 1.22;

    private readonly Plate _plate;
    private readonly int _width;
    private readonly int _height;

    private PhotoStage(Plate plate, int width, int height) => (_plate, _width, _height) = (plate, width, height);

    public Plate Plate => _plate;

    public static PhotoStage Create(PlateImage image, SceneRecipe recipe, SceneLook look)
    {
        var width = (int)(recipe.Width * Margin) & ~1;
        var height = (int)(recipe.Height * Margin) & ~1;
        var crop = SmartCrop.Find(image, width, height);
        var isEndCard = recipe.Role == SceneRole.CallToAction;
        var pixels = isEndCard
            ? Blurred(image, crop, width, height)
            : ImageScaler.Scale(image.Bgra, image.Width, image.Height, crop, width, height, 0);
        var grade = isEndCard ? new Grade(look.IsLight ? 1 : 0.66f, 0.75f) : look.Grade;
        return new PhotoStage(Plate.FromBgra(pixels, width, height, width * 4, grade), recipe.Width, recipe.Height);
    }

    /// <summary>Where the picture is at a moment; it always covers the frame.</summary>
    public AffineMap Place(CameraPose pose)
    {
        // Close-ups of the drawn product are far larger than a picture of this size can bear.
        var zoom = Math.Clamp(pose.Zoom > 1.2 ? pose.Zoom - 0.30 : pose.Zoom, 0.93, 1.3);
        var scale = 1.10 / Margin * zoom;
        var (roomX, roomY) = (((_plate.Width * scale) - _width) / 2, ((_plate.Height * scale) - _height) / 2);
        var x = Math.Clamp(pose.PanX * _width, 3 - roomX, roomX - 3);
        var y = Math.Clamp(pose.PanY * _height, 3 - roomY, roomY - 3);
        return AffineMap.Place(_plate.Width, _plate.Height, (_width / 2.0) + x, (_height / 2.0) + y, scale, 0, 0);
    }

    /// <summary>An end card shows the picture far out of focus: the name in front of it is what counts.</summary>
    private static byte[] Blurred(PlateImage image, Box crop, int width, int height)
    {
        var (small, low) = (Math.Max(8, width / 40), Math.Max(8, height / 40));
        var tiny = ImageScaler.Scale(image.Bgra, image.Width, image.Height, crop, small, low, 1);
        return ImageScaler.Scale(tiny, small, low, new Box(0, 0, small, low), width, height, 1);
    }
}
