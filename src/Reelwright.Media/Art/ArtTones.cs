using Reelwright.Media.Colour;

namespace Reelwright.Media.Art;

/// <summary>The colours of the background. Text stands on any of them but <see cref="Spark"/> and <see cref="Halo"/>, which stay near the hero.</summary>
public sealed record ArtTones
{
    public required bool IsLight { get; init; }

    /// <summary>The vertical gradient's middle.</summary>
    public required Rgb Base0 { get; init; }

    /// <summary>The vertical gradient's ends.</summary>
    public required Rgb Base1 { get; init; }

    /// <summary>The largest lights, in the brand's first colour.</summary>
    public required Rgb Wide { get; init; }

    /// <summary>The light from the other side, in its second.</summary>
    public required Rgb Side { get; init; }

    /// <summary>Calms the ground under the text.</summary>
    public required Rgb Deep { get; init; }

    /// <summary>A small light in the accent.</summary>
    public required Rgb Spark { get; init; }

    /// <summary>The glow behind the hero.</summary>
    public required Rgb Halo { get; init; }

    /// <summary>How much of the lights is seen, 0 to 1.</summary>
    public double Strength { get; init; } = 1;

    /// <summary>Of the colours that text stands on, the one on which it is hardest to read.</summary>
    internal Rgb TextGround
    {
        get
        {
            Rgb[] grounds = [Base0, Base1, Wide, Side, Deep];
            return IsLight ? grounds.MinBy(colour => colour.Luminance) : grounds.MaxBy(colour => colour.Luminance);
        }
    }
}
