using Reelwright.Media.Film;
using Reelwright.Media.Scenes;

namespace Reelwright.Media.Text;

/// <summary>What decides how a scene's texts look.</summary>
internal sealed record SceneSetting
{
    public required SceneLayout Layout { get; init; }

    public required bool IsEndCard { get; init; }

    public required FilmTheme Theme { get; init; }

    /// <summary>The picture is not ours, so that nothing is known of what is behind the text.</summary>
    public required bool Halo { get; init; }

    /// <summary>Pixels at the foot of the safe box that captions take; 0 without captions.</summary>
    public required double CaptionRoom { get; init; }

    public required bool HasLogo { get; init; }

    /// <summary>The part of the headline's box that a logo takes when there is a name under it.</summary>
    public const double LogoShare = 0.52;

    /// <summary>The headline's box without what captions and logo take of it.</summary>
    public Box Headline
    {
        get
        {
            var box = Layout.Headline;
            if (HasLogo)
            {
                return new Box(box.X, box.Y + (box.Height * LogoShare), box.Width, box.Height * (1 - LogoShare));
            }

            var floor = CaptionRoom > 0 ? Math.Min(box.Bottom, Layout.Safe.Bottom - CaptionRoom) : box.Bottom;
            return box with { Height = Math.Max(box.Height * 0.3, floor - box.Y) };
        }
    }
}
