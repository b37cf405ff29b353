using Reelwright.Media.Scenes;

namespace Reelwright.Media.Text;

/// <summary>Where a text stands while it is at rest, for whoever judges whether it can be read.</summary>
internal sealed record TextPlacement
{
    /// <summary>What it covers, in pixels.</summary>
    public required Box Box { get; init; }

    /// <summary>What it must not leave.</summary>
    public required Box Safe { get; init; }

    /// <summary>A frame in which it is at rest.</summary>
    public required int Frame { get; init; }

    /// <summary><c>#rrggbb</c>.</summary>
    public required string Ink { get; init; }

    public double Opacity { get; init; } = 1;

    /// <summary>What it brings along to stand on, as <c>#rrggbb</c>; null: the picture.</summary>
    public string? Ground { get; init; }

    public static TextPlacement Of(Lettering lettering)
    {
        var block = lettering.Block;
        var left = lettering.Hold switch
        {
            Hold.Left => lettering.X,
            Hold.Centre => lettering.X - (block.Width / 2),
            _ => lettering.X - block.Width,
        };
        return new TextPlacement
        {
            Box = new Box(left, lettering.Y, block.Width, block.Height),
            Safe = lettering.Bounds,
            Frame = (lettering.FromFrame + lettering.ToFrame) / 2,
            Ink = lettering.Colour,
            Opacity = lettering.Opacity,
            Ground = lettering.Ground,
        };
    }
}
