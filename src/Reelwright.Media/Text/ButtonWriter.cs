using System.Globalization;

namespace Reelwright.Media.Text;

/// <summary>The call to action: a pill that pops in, with its label, and breathes every two seconds.</summary>
internal sealed class ButtonWriter(AssScript script, LetteringWriter writer, Typesetter typesetter, SceneSetting setting)
{
    private const int PulseEvery = 60;
    private const int PulseFrames = 20;
    private const int FirstPulse = 40;

    public void Write(TimedText text)
    {
        var box = setting.Layout.Button;
        var padding = box.Height * 0.62;
        var room = Math.Min(setting.Layout.Safe.Width, box.Width * 1.5) - (2 * padding);
        if (typesetter.Set(text.Text.Text, TextLook.Button(setting.Layout.ButtonSize), room, box.Height, setting.Scene) is not { } label)
        {
            return;
        }

        var width = Math.Max(box.Width * 0.72, label.Width + (2 * padding));
        writer.Note(new TextPlacement
        {
            Box = Scenes.Box.Around(box.CentreX, box.CentreY, width, box.Height),
            Safe = setting.Layout.Safe,
            From = text.From,
            To = text.To,
            Ink = setting.Theme.AccentInk,
            Ground = setting.Theme.Accent,
        });
        var frames = text.To - text.From;
        var exit = text.Stays ? 0 : Math.Min(Motion.ExitFrames, frames / 3);
        var from = 0;
        var pose = At(0, frames, exit);
        for (var frame = 1; frame <= frames; frame++)
        {
            // Frames that look alike become one event.
            var next = frame < frames ? At(frame, frames, exit) : pose with { Scale = -1 };
            if (next != pose)
            {
                Draw(label, width, text.From + from, text.From + frame, pose);
                (from, pose) = (frame, next);
            }
        }
    }

    private static Pose At(int frame, int frames, int exit)
    {
        if (frame >= frames - exit)
        {
            return Motion.Exit(frames - frame) with { Down = 0 };
        }

        var pose = Motion.Pop.Enter(frame);
        var beat = (frame - FirstPulse) % PulseEvery;
        return frame >= FirstPulse && beat < PulseFrames ? pose with { Scale = Motion.Pulse(beat, PulseFrames) } : pose;
    }

    private void Draw(TextBlock label, double width, int from, int to, Pose pose)
    {
        var box = setting.Layout.Button;
        var shape = AssText.RoundedBox(width, box.Height, box.Height / 2) + "{\\p0}";
        var shadow = box.Height * 0.1;
        script.Add(1, from, to, Shape(box.CentreY + shadow, "#000000", 0.34 * pose.Opacity, pose.Scale, box.Height * 0.16), shape);
        script.Add(2, from, to, Shape(box.CentreY, setting.Theme.Accent, pose.Opacity, pose.Scale, 0), shape);
        writer.WriteStill(label, box.CentreX, box.CentreY, setting.Theme.AccentInk, from, to, pose);
    }

    private string Shape(double centreY, string colour, double opacity, double scale, double blur) =>
        string.Create(CultureInfo.InvariantCulture,
            $"\\an5\\pos({AssText.Number(setting.Layout.Button.CentreX)},{AssText.Number(centreY)})\\1c{AssText.Colour(colour)}")
        + $"\\alpha{AssText.Alpha(opacity)}\\fscx{AssText.Number(scale * 100)}\\fscy{AssText.Number(scale * 100)}\\blur{AssText.Number(blur)}\\p1";
}
