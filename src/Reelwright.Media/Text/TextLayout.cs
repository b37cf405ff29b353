using System.Globalization;
using Reelwright.Media.Captions;
using Reelwright.Media.Film;
using Reelwright.Media.Scenes;

namespace Reelwright.Media.Text;

/// <summary>
/// Puts everything written in a film at its place: the texts of each scene in the boxes of its layout, burnt-in captions at the foot
/// of the safe box, the label at its head.
/// </summary>
internal sealed class TextLayout(FilmPlan plan, IReadOnlyList<TimelineScene> timeline, Typesetter typesetter)
{
    private const double CaptionSize = 42;
    private const double LabelSize = 23;
    private const int CaptionBoxLayer = 1;
    private const double CaptionBoxOpacity = 0.68;

    /// <summary>What the caption box makes of a white picture: the hardest ground for white letters.</summary>
    private const string CaptionBoxOnWhite = "#525252";
    private readonly AssScript _script = new(plan.Width, plan.Height);
    private readonly double _unit = Math.Min(plan.Width, plan.Height) / 1080.0;

    /// <summary>Where each text rests, once it is written.</summary>
    public IReadOnlyList<TextPlacement> Placed { get; private set; } = [];

    /// <summary>The ASS script; null when nothing is to be written.</summary>
    public string? Write(IReadOnlyList<CaptionCue> burntCaptions)
    {
        var writer = new LetteringWriter(_script);
        var unseen = plan.Texts.ToHashSet();
        foreach (var scene in timeline)
        {
            var texts = TimedText.Of(plan, timeline, scene);
            unseen.ExceptWith(texts.Select(text => text.Text));
            var setting = Setting(scene, texts, burntCaptions.Count > 0 ? CaptionRoom : 0);
            if (setting.IsEndCard)
            {
                new EndCardTexts(setting, typesetter, writer, _script).Write(texts);
            }
            else
            {
                new SceneTexts(setting, typesetter, writer, _script).Write(texts);
            }
        }

        foreach (var text in unseen)
        {
            var scene = timeline.LastOrDefault(scene => scene.Start <= FilmTimeline.Frames(text.Start))?.Index;
            typesetter.Warn(TextWarnings.LeftOut(
                text.Text, string.Create(CultureInfo.InvariantCulture, $"no time is left for it between {text.Start:0.##} and {text.End:0.##} s"), scene));
        }

        foreach (var caption in burntCaptions)
        {
            WriteCaption(writer, caption);
        }

        WriteLabel(writer);
        Placed = writer.Placed;
        return _script.IsEmpty ? null : _script.ToString();
    }

    /// <summary>How text is set in a scene.</summary>
    public SceneSetting Setting(TimelineScene scene, IReadOnlyList<TimedText> texts, double captionRoom)
    {
        var source = plan.Scenes[scene.Index];
        var isEndCard = source.Role == "cta" || texts.Any(text => text.Position is "end_card" or "button");
        var foreign = source.Source is ClipScene;
        return new SceneSetting
        {
            Layout = SceneLayout.For(plan.Width, plan.Height, isEndCard ? "cta" : foreign ? "proof" : source.Role),
            Scene = scene.Index,
            IsEndCard = isEndCard,
            Theme = foreign ? plan.Theme with { Ink = "#ffffff", InkMuted = null, AccentText = "#ffffff", IsLight = false } : plan.Theme,
            IsForeign = foreign,
            CaptionRoom = captionRoom,
            LabelRoom = plan.AiLabel is null ? 0 : LabelSize * 3 * _unit,
            HasLogo = plan.LogoFile is not null && isEndCard,
        };
    }

    /// <summary>Where the logo stands; null when the last scene is no end card.</summary>
    public Box? LogoBox(TimelineScene last)
    {
        var texts = TimedText.Of(plan, timeline, last);
        var setting = Setting(last, texts, 0);
        var box = setting.Layout.Headline;
        var named = texts.Any(text => text.Position is "end_card" or "headline");
        var height = box.Height * (named ? SceneSetting.LogoShare - 0.06 : 1);
        return setting.IsEndCard ? Box.Around(box.CentreX, box.Y + (height / 2), box.Width * 0.6, height) : null;
    }

    private double CaptionRoom => CaptionSize * _unit * 3.5;

    private double CaptionFoot => 6 * _unit;

    private double CaptionBoxMargin => 20 * _unit;

    // On the end card it stands below the button.
    private double RoomFor(CaptionCue caption)
    {
        var last = Math.Min(FilmTimeline.Frames(caption.End.TotalSeconds), timeline[^1].End) - 1;
        var scene = timeline.Last(scene => scene.Start <= last);
        var setting = Setting(scene, TimedText.Of(plan, timeline, scene), CaptionRoom);
        return setting.IsEndCard ? Math.Min(CaptionRoom, Safe.Bottom - CaptionFoot - setting.Layout.Button.Bottom - (14 * _unit)) : CaptionRoom;
    }

    private Box Safe => SceneLayout.For(plan.Width, plan.Height, "product").Safe;

    private void WriteCaption(LetteringWriter writer, CaptionCue caption)
    {
        var look = TextLook.Caption(CaptionSize * _unit);
        var (width, height) = (Safe.Width - (2 * CaptionBoxMargin), RoomFor(caption) - CaptionBoxMargin);
        var lines = typesetter.SetLines(caption.Lines, caption.Whole, look, width, height);
        if ((lines ?? typesetter.Set(caption.Text, look, width, height)) is { } block)
        {
            var lettering = new Lettering
            {
                Block = block,
                X = Safe.CentreX,
                Y = Safe.Bottom - block.Height - CaptionFoot - (CaptionBoxMargin / 2),
                Hold = Hold.Centre,
                FromFrame = FilmTimeline.Frames(caption.Start.TotalSeconds),
                ToFrame = Math.Min(FilmTimeline.Frames(caption.End.TotalSeconds), timeline[^1].End),
                Motion = Motion.Fade,
                Colour = "#ffffff",
                Ground = CaptionBoxOnWhite,
                Bounds = Safe,
            };
            WriteCaptionBox(block, lettering);
            writer.Write(lettering);
        }
    }

    // Dark enough for white letters over whatever is behind it, and it lets that shine through.
    private void WriteCaptionBox(TextBlock block, Lettering lettering)
    {
        var (width, height) = (block.Width + (2 * CaptionBoxMargin), block.Height + CaptionBoxMargin);
        var shape = AssText.RoundedBox(width, height, CaptionBoxMargin * 0.7) + "{\\p0}";
        var centre = lettering.Hold switch
        {
            Hold.Left => lettering.X + (block.Width / 2),
            Hold.Right => lettering.X - (block.Width / 2),
            _ => lettering.X,
        };
        var tags = $"\\an5\\pos({AssText.Number(centre)},{AssText.Number(lettering.Y + (block.Height / 2))})\\1c{AssText.Colour("#000000")}\\alpha{AssText.Alpha(CaptionBoxOpacity)}\\p1";
        _script.Add(CaptionBoxLayer, lettering.FromFrame, lettering.ToFrame, tags, shape);
    }

    private void WriteLabel(LetteringWriter writer)
    {
        var look = TextLook.Caption(LabelSize * _unit) with { MostLines = 1, Weight = 500, Tracking = 0.02 };
        if (plan.AiLabel is { } label && typesetter.Set(label, look, Safe.Width / 2, 40 * _unit) is { } block)
        {
            var foreign = plan.Scenes.Any(scene => scene.Source is ClipScene);
            var box = foreign ? Safe with { X = Safe.X + CaptionBoxMargin, Width = Safe.Width - (2 * CaptionBoxMargin) } : Safe;
            var edge = Typesetter.Edge(block, box, Side.Start);
            var lettering = new Lettering
            {
                Block = block,
                X = edge.X,
                Y = Safe.Y + (foreign ? CaptionBoxMargin / 2 : 6 * _unit),
                Hold = edge.Hold,
                FromFrame = 0,
                ToFrame = timeline[^1].End,
                Motion = Motion.Fade,
                Colour = foreign ? "#ffffff" : plan.Theme.Ink,
                Opacity = foreign ? 1 : 0.92,
                Ground = foreign ? CaptionBoxOnWhite : null,
                Stays = true,
                Bounds = Safe,
            };
            if (foreign)
            {
                WriteCaptionBox(block, lettering);
            }

            writer.Write(lettering);
        }
    }
}
