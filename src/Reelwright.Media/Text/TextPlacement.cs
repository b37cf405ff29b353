using Reelwright.Media.Scenes;

namespace Reelwright.Media.Text;

/// <summary>Where a text stands while it is at rest, for whoever judges whether it can be read.</summary>
internal sealed record TextPlacement
{
    private const double Rounding = 1;

    /// <summary>What it covers, in pixels.</summary>
    public required Box Box { get; init; }

    /// <summary>What it must not leave.</summary>
    public required Box Safe { get; init; }

    /// <summary>The first frame in which it is seen.</summary>
    public required int From { get; init; }

    /// <summary>The first frame after it.</summary>
    public required int To { get; init; }

    /// <summary>A frame in which it is at rest.</summary>
    public int Frame => (From + To) / 2;

    /// <summary><c>#rrggbb</c>.</summary>
    public required string Ink { get; init; }

    public double Opacity { get; init; } = 1;

    /// <summary>What it brings along to stand on, as <c>#rrggbb</c>; null: the picture.</summary>
    public string? Ground { get; init; }

    /// <summary>It stands on a picture that is not ours.</summary>
    public bool IsOnForeign { get; init; }

    /// <summary>Whether the two cover each other for longer than it takes one to go as the other comes.</summary>
    public bool IsOver(TextPlacement other) =>
        Math.Min(To, other.To) - Math.Max(From, other.From) > Motion.ExitFrames
        && Math.Min(Box.Right, other.Box.Right) - Math.Max(Box.X, other.Box.X) > Rounding
        && Math.Min(Box.Bottom, other.Box.Bottom) - Math.Max(Box.Y, other.Box.Y) > Rounding;

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
            From = lettering.FromFrame,
            To = lettering.ToFrame,
            Ink = lettering.Colour,
            Opacity = lettering.Opacity,
            Ground = lettering.Ground,
            IsOnForeign = lettering.Halo,
        };
    }
}
