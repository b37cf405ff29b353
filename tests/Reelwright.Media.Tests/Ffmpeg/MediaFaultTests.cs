using Reelwright.Media.Ffmpeg;
using Reelwright.Media.Tests.Film;
using Reelwright.Media.Text;

namespace Reelwright.Media.Tests.Ffmpeg;

public sealed class MediaFaultTests
{
    [Fact]
    public async Task A_machine_without_ffmpeg_is_told_each_problem_and_each_cure_once()
    {
        var ffmpeg = FilmLab.Process(new FfmpegOptions { FfmpegPath = "/nowhere/ffmpeg", FfprobePath = "/nowhere/ffprobe" });

        var fault = MediaFault.Of(await new MediaTools(ffmpeg, new FontLibrary(ffmpeg)).CheckAsync(TestContext.Current.CancellationToken))!;

        fault.Problem.ShouldStartWith("ffmpeg: There is no ffmpeg at the configured path '/nowhere/ffmpeg'; ffprobe: There is no ffprobe at ");
        fault.ToString().Split(FfmpegTools.Cure).Length.ShouldBe(2);
        fault.ToString().ShouldNotContain(".;");
        fault.ToString().ShouldNotContain("..");
    }

    [Fact]
    public void What_is_only_missing_from_films_is_no_fault()
    {
        MediaFault.Of([new MediaFinding { Name = "filter flite", Found = false, Required = false, Detail = "there is no voice-over", Cure = "Install it." }]).ShouldBeNull();
    }
}
