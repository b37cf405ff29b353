using Reelwright.Media.Film;

namespace Reelwright.Media.Tests.Film;

public sealed class LogoTests : IDisposable
{
    private readonly FilmLab _lab = new();

    [Fact]
    public async Task The_colour_that_transparent_pixels_hide_is_not_seen()
    {
        var films = new List<Picture>();
        foreach (var hidden in (int[])[0, 255])
        {
            var logo = await _lab.MakeAsync(
                $"logo-{hidden}.png", "-f", "lavfi", "-i", $"color=black:s=800x400:d=1,format=gbrap,geq=r='{Lines(hidden)}':g='{Lines(hidden)}':b='{Lines(hidden)}':a='255*lt(mod(Y,20),5)'", "-frames:v", "1");
            films.Add(await LastFrameAsync(logo));
        }

        films[0].Ink(110, 10).ShouldBeGreaterThan(200, "the lines are seen");
        films[0].Pixels.Zip(films[1].Pixels).Count(pair => Math.Abs(pair.First - pair.Second) > 6).ShouldBeLessThan(20);
        films[0].Pixels.ShouldAllBe(light => light > 100, "white lines make nothing darker than the ground");
    }

    [Theory]
    [InlineData("half.jpg")]
    [InlineData("half.png")]
    public async Task A_logo_that_is_cut_short_is_left_out_with_a_warning(string name)
    {
        var logo = await _lab.MakeAsync(name, "-f", "lavfi", "-i", "testsrc2=s=320x180", "-frames:v", "1");
        var bytes = await File.ReadAllBytesAsync(logo, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(logo, bytes[..(bytes.Length / 2)], TestContext.Current.CancellationToken);

        var film = await _lab.ComposeAsync(Plan(logo));

        film.Warnings.ShouldHaveSingleItem().Message.ShouldStartWith($"The logo was left out: '{name}' is cut short: the end of the picture is missing.");
    }

    public void Dispose() => _lab.Dispose();

    private static string Lines(int hidden) => $"if(lt(mod(Y,20),5),255,{hidden})";

    private async Task<Picture> LastFrameAsync(string logo)
    {
        var film = await _lab.ComposeAsync(Plan(logo));
        film.Warnings.ShouldBeEmpty();
        return await _lab.FrameAsync(film.FilmPath, 28);
    }

    private FilmPlan Plan(string logo) => _lab.Plan(320, 180, 1) with
    {
        Scenes = [FilmLab.Scene(0, 1, new DrawnScene(() => new FlatScene(320, 180, 30, 110)), role: "cta")],
        LogoFile = logo,
    };
}
