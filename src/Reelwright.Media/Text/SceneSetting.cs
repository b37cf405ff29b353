using Reelwright.Media.Film;
using Reelwright.Media.Scenes;

namespace Reelwright.Media.Text;

/// <summary>What decides how a scene's texts look.</summary>
internal sealed record SceneSetting
{
    public required SceneLayout Layout { get; init; }

    /// <summary>Counted from 0.</summary>
    public required int Scene { get; init; }

    public required bool IsEndCard { get; init; }

    public required FilmTheme Theme { get; init; }

    /// <summary>The picture is not ours, so that nothing is known of what is behind the text.</summary>
    public required bool IsForeign { get; init; }

    /// <summary>Pixels at the foot of the safe box that captions take; 0 without captions.</summary>
    public required double CaptionRoom { get; init; }

    /// <summary>Pixels at the head of the safe box that a label takes; 0 without one.</summary>
    public required double LabelRoom { get; init; }

    public required bool HasLogo { get; init; }

    /// <summary>The side on which the layout holds its texts.</summary>
    public Side Side => Layout.Centred ? Side.Centre : Side.Start;

    /// <summary>The part of the headline's box that a logo takes when there is a name under it.</summary>
    public const double LogoShare = 0.52;

    /// <summary>Whether captions leave the headline so little room that it stands alone.</summary>
    public bool IsCrowded => CaptionRoom > 0 && Headline.Height < Layout.Headline.Height * 0.75;

    /// <summary>The safe box without what label and captions take of it.</summary>
    public Box Safe => Layout.Safe with { Y = Layout.Safe.Y + LabelRoom, Height = Layout.Safe.Height - LabelRoom - CaptionRoom };

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

    /// <summary>A text of a column as it is written.</summary>
    /// <param name="muted">It stands under another text and gives it the word.</param>
    public Lettering Lettering(ColumnLine line, Hold hold, double x, bool muted) => new()
    {
        Block = line.Block,
        X = x,
        Y = line.Y,
        Hold = hold,
        FromFrame = line.Text.From,
        ToFrame = line.Text.To,
        Motion = Motion.Of(line.Text.Text.Style),
        Colour = muted ? Theme.InkMuted ?? Theme.Ink : Theme.Ink,
        Opacity = muted && Theme.InkMuted is null ? 0.88 : 1,
        Halo = IsForeign,
        Stays = line.Text.Stays,
        Bounds = Layout.Safe,
    };
}
