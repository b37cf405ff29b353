using Reelwright.Media.Frames;

namespace Reelwright.Media.Tests.Frames;

public sealed class SpriteSamplerTests
{
    private const int Width = 100;

    [Fact]
    public void A_texel_in_the_middle_of_two_is_their_mean()
    {
        var row = Draw(Ramp(64, 8), new TexelWalk(10.5, 1), new TexelWalk(3, 0), 1);

        row[0].ShouldBe(110.5f, 0.1f);
        row[7].ShouldBe(117.5f, 0.1f);
    }

    [Fact]
    public void A_shift_of_a_tenth_of_a_texel_moves_the_picture_by_a_tenth()
    {
        var spot = new SpritePlane(80, 8);
        for (var y = 0; y < 8; y++)
        {
            for (var x = 0; x < 80; x++)
            {
                var alpha = (float)(255 * Math.Exp(-(x - 40) * (x - 40) / 60.0));
                spot.Set(x, y, alpha, alpha);
            }
        }

        spot.Trim();
        var centres = Enumerable.Range(0, 21).Select(step => Centre(Draw(spot, new TexelWalk(-10 - (step * 0.1), 1), new TexelWalk(3, 0), 1))).ToArray();

        centres.Zip(centres.Skip(1), (a, b) => b - a).ShouldAllBe(shift => shift > 0.08 && shift < 0.12);
    }

    [Fact]
    public void Outside_of_the_sprite_nothing_is_drawn()
    {
        var row = Draw(Ramp(16, 8), new TexelWalk(-30, 1), new TexelWalk(3, 0), 1);

        row.AsSpan(0, 30).IndexOfAnyExcept(0f).ShouldBe(-1);
        row.AsSpan(46).IndexOfAnyExcept(0f).ShouldBe(-1);
        row[40].ShouldBe(110, 0.1f);
    }

    [Fact]
    public void A_walk_that_leaves_through_the_sprite_s_top_stops_there()
    {
        var row = Draw(Ramp(64, 16), new TexelWalk(2, 0.5), new TexelWalk(14, -0.25), 1);

        row[50].ShouldBeGreaterThan(100);
        row.AsSpan(57).IndexOfAnyExcept(0f).ShouldBe(-1);
    }

    [Fact]
    public void Half_opacity_is_half_of_each()
    {
        var row = new float[Width + FrameScratch.Padding];
        Array.Fill(row, 60f);
        SpriteSampler.Draw(
            Ramp(64, 8), new TexelWalk(10, 1), new TexelWalk(3, 0), Width, new RowInk { Opacity = 0.5f }, row,
            new FrameScratch(Width, 0, 0, MeshSize.For(Width, 16)));

        row[0].ShouldBe((60 + 110) / 2f, 0.2f);
    }

    private static float[] Draw(SpritePlane plane, TexelWalk u, TexelWalk v, float opacity)
    {
        var row = new float[Width + FrameScratch.Padding];
        SpriteSampler.Draw(
            plane, u, v, Width, new RowInk { Opacity = opacity }, row, new FrameScratch(Width, 0, 0, MeshSize.For(Width, 16)));
        return row;
    }

    /// <summary>Opaque; 100 at column 0 and one more from column to column.</summary>
    private static SpritePlane Ramp(int width, int height)
    {
        var plane = new SpritePlane(width, height);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                plane.Set(x, y, 100 + x, 255);
            }
        }

        return plane;
    }

    private static double Centre(float[] row)
    {
        var (weighted, total) = (0.0, 0.0);
        for (var x = 0; x < Width; x++)
        {
            weighted += x * row[x];
            total += row[x];
        }

        return weighted / total;
    }
}
