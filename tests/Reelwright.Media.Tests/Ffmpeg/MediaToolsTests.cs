using Reelwright.Media.Ffmpeg;
using Reelwright.Media.Tests.Film;

namespace Reelwright.Media.Tests.Ffmpeg;

public sealed class MediaToolsTests
{
    [Fact]
    public async Task This_machine_has_all_that_films_need()
    {
        var process = FilmLab.Process(new FfmpegOptions());

        var findings = await new MediaTools(process, FilmLab.Fonts).CheckAsync(TestContext.Current.CancellationToken);

        findings.Where(finding => finding.Blocks).ShouldBeEmpty();
        findings.Select(finding => finding.Name).ShouldContain("filter ass");
        findings.ShouldAllBe(finding => finding.Found == (finding.Cure == null));
    }

    [Fact]
    public async Task Without_ffmpeg_the_findings_name_it_and_its_cure()
    {
        var process = FilmLab.Process(new FfmpegOptions { FfmpegPath = "/nowhere/ffmpeg" });

        var findings = await new MediaTools(process, FilmLab.Fonts).CheckAsync(TestContext.Current.CancellationToken);

        var ffmpeg = findings[0];
        ffmpeg.Blocks.ShouldBeTrue();
        ffmpeg.Cure.ShouldNotBeNull().ShouldContain("brew install ffmpeg");
    }

    [Theory]
    [InlineData("ffmpeg version 5.1.9-0+deb12u1 Copyright", 5, 1)]
    [InlineData("ffmpeg version n7.0 Copyright", 7, 0)]
    [InlineData("ffmpeg version 4.4.2-0ubuntu0.22.04.1 Copyright", 4, 4)]
    public void Versions_of_distributions_are_understood(string line, int major, int minor)
    {
        var version = MediaTools.VersionOf(line).ShouldNotBeNull();

        (version.Major, version.Minor).ShouldBe((major, minor));
    }

    [Fact]
    public void A_build_named_by_a_commit_has_no_version() => MediaTools.VersionOf("ffmpeg version git-2024-05-01-ab12 Copyright").ShouldBeNull();

    [Fact]
    public void Names_are_read_from_a_listing() =>
        MediaTools.Names(" T.C alimiter          A->A       Audio lookahead limiter.\n ... ass               V->V       Render.\n").ShouldBe(["alimiter", "ass"], ignoreOrder: true);
}
