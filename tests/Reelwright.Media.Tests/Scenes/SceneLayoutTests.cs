using Reelwright.Media.Scenes;

namespace Reelwright.Media.Tests.Scenes;

public sealed class SceneLayoutTests
{
    public static TheoryData<int, int, string> Frames
    {
        get
        {
            var frames = new TheoryData<int, int, string>();
            foreach (var role in (string[])["hook", "problem", "product", "proof", "cta", "another"])
            {
                frames.Add(1080, 1920, role);
                frames.Add(1920, 1080, role);
                frames.Add(1080, 1080, role);
                frames.Add(540, 960, role);
                frames.Add(720, 900, role);
            }

            return frames;
        }
    }

    [Theory]
    [MemberData(nameof(Frames))]
    public void All_text_lies_in_the_safe_box_and_off_the_product(int width, int height, string role)
    {
        var layout = SceneLayout.For(width, height, role);

        new Box(0, 0, width, height).Contains(layout.Safe).ShouldBeTrue();
        layout.Safe.Contains(layout.Headline).ShouldBeTrue();
        layout.Safe.Contains(layout.Eyebrow).ShouldBeTrue();
        layout.Safe.Contains(layout.Button).ShouldBeTrue();
        Overlap(layout.Headline, layout.Hero).ShouldBeFalse();
        Overlap(layout.Eyebrow, layout.Hero).ShouldBeFalse();
        Overlap(layout.Eyebrow, layout.Headline).ShouldBeFalse();
        layout.Headline.Height.ShouldBeGreaterThan(layout.HeadlineSize * 1.5);
    }

    [Theory]
    [MemberData(nameof(Frames))]
    public void On_an_end_card_button_name_and_address_do_not_touch(int width, int height, string role)
    {
        var layout = SceneLayout.For(width, height, role);
        layout.Centred.ShouldBe(role == "cta");
        if (layout.Centred)
        {
            layout.Headline.Bottom.ShouldBeLessThanOrEqualTo(layout.Button.Y);
            layout.Button.Bottom.ShouldBeLessThan(layout.Eyebrow.Y);
            layout.Hero.Bottom.ShouldBeLessThan(layout.Headline.Y);
        }
    }

    [Fact]
    public void Upright_text_stays_where_no_app_covers_it()
    {
        foreach (var role in (string[])["hook", "cta"])
        {
            var safe = SceneLayout.For(1080, 1920, role).Safe;
            safe.ShouldBe(new Box(120, 270, 840, 980));
        }
    }

    [Theory]
    [InlineData(1080, 1920, SceneShape.Tall)]
    [InlineData(1080, 1350, SceneShape.Square)]
    [InlineData(1080, 1080, SceneShape.Square)]
    [InlineData(1920, 1080, SceneShape.Wide)]
    public void The_shape_follows_the_proportions(int width, int height, SceneShape shape) =>
        SceneLayout.For(width, height, "hook").Shape.ShouldBe(shape);

    private static bool Overlap(Box a, Box b) =>
        a.X < b.Right && b.X < a.Right && a.Y < b.Bottom && b.Y < a.Bottom;
}
