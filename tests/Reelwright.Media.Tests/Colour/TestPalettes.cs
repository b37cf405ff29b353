using Reelwright.Media.Colour;

namespace Reelwright.Media.Tests.Colour;

/// <summary>Colours from all over the cube, the same in each run.</summary>
internal static class TestPalettes
{
    internal static IEnumerable<Rgb> Colours(int count)
    {
        var random = new Random(20_251);
        for (var i = 0; i < count; i++)
        {
            yield return new Rgb(random.Next(256) / 255f, random.Next(256) / 255f, random.Next(256) / 255f);
        }
    }

    /// <summary>Of no, one, two and three colours in turn.</summary>
    internal static IEnumerable<string[]> Palettes(int count) =>
        Colours(count * 3).Select(colour => colour.ToString()).Chunk(3).Select((colours, i) => colours[..(i % 4)]);
}
