using System.Buffers.Binary;
using Reelwright.Media.Art;

namespace Reelwright.Media.Tests.Art;

public sealed class StillImageTests
{
    [Theory]
    [InlineData(270, 480, 0.5, 0.38)]
    [InlineData(480, 270, 0.72, 0.5)]
    [InlineData(360, 360, 0.5, 0.38)]
    public void The_hero_stands_where_the_layout_wants_it(int width, int height, double x, double y)
    {
        var art = ArtKit.Create(Spec);
        using var image = StillImage.Draw(art, width, height);
        using var empty = Media.Vector.BgraImage.Create(width, height);
        Backdrop.Paint(empty, art.Tones, art.Blobs(0, width, height));
        double sum = 0, sumX = 0, sumY = 0;
        for (var i = 0; i < width * height; i++)
        {
            int px = i % width, py = i / width;
            image.Row(py)[(px * 4) + 3].ShouldBe((byte)255);
            if (Math.Abs(image.Row(py)[px * 4] - empty.Row(py)[px * 4]) > 24)
            {
                (sum, sumX, sumY) = (sum + 1, sumX + px, sumY + py);
            }
        }

        (sumX / sum / width).ShouldBe(x, 0.06);
        (sumY / sum / height).ShouldBe(y, 0.06);
    }

    [Fact]
    public void The_same_spec_gives_the_same_file()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            string one = Path.Combine(folder.FullName, "1.png"), two = Path.Combine(folder.FullName, "2.png");
            StillImage.WritePng(Spec, 270, 480, one);
            StillImage.WritePng(Spec, 270, 480, two);

            var bytes = File.ReadAllBytes(one);
            bytes.ShouldBe(File.ReadAllBytes(two));
            BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)).ShouldBe(270);
            BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20)).ShouldBe(480);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ArtSpec Spec => new() { Motif = "watch", Direction = "soft_pastel", Palette = ["#0a66c2"], Seed = 11 };
}
