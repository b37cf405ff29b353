using System.Buffers.Binary;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Reelwright.Contracts.Services;
using Reelwright.EndToEnd.Tests.Running;
using Reelwright.PromptParser.Providers.Local;

namespace Reelwright.EndToEnd.Tests.Commands;

public sealed class StoryboardTests : IDisposable
{
    private static readonly HtmlEncoder Escape = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("9:16", 360, 640)]
    [InlineData("16:9", 640, 360)]
    [InlineData("1:1", 440, 440)]
    public async Task A_sheet_and_a_page_show_every_scene_with_its_text(string aspect, int width, int height)
    {
        const string Prompt = "An ad for luxury watches, made by Aurora in Geneva";

        var said = await RunAsync(null, Prompt, "--duration", "15", "--aspect", aspect, "--out", "board");

        said.ExitCode.ShouldBe(0, said.Errors);
        said.Output.Trim().ShouldBe($"{folder["board/storyboard.html"]}\n{folder["board/storyboard.png"]}");
        Directory.GetFiles(folder["board"]).Length.ShouldBe(2, "nothing else is left there");
        var plan = new AdPlanner().Plan(new ParseRequest { Prompt = Prompt, Duration = 15, AspectRatio = aspect });
        var page = await File.ReadAllTextAsync(folder["board/storyboard.html"]);
        plan.TextOverlays!.Select(overlay => overlay.Text).ShouldAllBe(text => page.Contains($"<p dir=\"auto\">{Escape.Encode(text)}</p>", StringComparison.Ordinal));
        Regex.Count(page, "<tr><td").ShouldBe(plan.Scenes.Count);
        Stills(page).Distinct().Count().ShouldBe(plan.Scenes.Count, "each scene has a picture of its own");
        Regex.IsMatch(page, "(src|href)=\"(?!data:)").ShouldBeFalse("it needs nothing beside it");

        // The stills in one row or, from some number on, in two; around them room for title and legends.
        var (sheetWidth, sheetHeight) = await PngSizeAsync(folder["board/storyboard.png"]);
        var columns = (sheetWidth - 96 + 32) / (width + 32);
        var rows = (plan.Scenes.Count + columns - 1) / columns;
        (sheetWidth, sheetHeight).ShouldBe(((columns * (width + 32)) + 64, (rows * (height + 96)) + 176));
    }

    [Fact]
    public async Task A_hostile_prompt_is_only_text()
    {
        var said = await RunAsync(
            null, "An ad for <script>alert(1)</script> & \"Aurora\" watches {\\an8} \u65e5\u672c", "--name", "<img src=x onerror=alert(1)>", "--style", "\"><svg onload=alert(1)>",
            "--call-to-action", "</td><b>Buy & go", "--duration", "15", "--out", "board");

        said.ExitCode.ShouldBe(0, said.Errors);
        var page = await File.ReadAllTextAsync(folder["board/storyboard.html"]);
        page.ShouldContain("An ad for &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Aurora&quot; watches {\\an8} \u65e5\u672c");
        page.ShouldContain("&lt;/td&gt;&lt;b&gt;Buy &amp; go");
        foreach (var raw in (string[])["<script", "<img src=x", "<svg", "<b>"])
        {
            page.ShouldNotContain(raw);
        }
    }

    [Fact]
    public async Task Without_a_folder_each_storyboard_gets_its_own()
    {
        var first = await RunAsync(null, "An ad for a fine watch", "--duration", "15", "--aspect", "1:1");
        var second = await RunAsync(null, "An ad for a fine watch", "--duration", "15", "--aspect", "1:1");

        (first.ExitCode, second.ExitCode).ShouldBe((0, 0), first.Errors + second.Errors);
        File.Exists(folder["an-ad-for-a-fine-watch-storyboard/storyboard.html"]).ShouldBeTrue();
        File.Exists(folder["an-ad-for-a-fine-watch-storyboard-2/storyboard.html"]).ShouldBeTrue();
    }

    [Fact]
    public async Task Every_wrong_input_is_named_by_its_option()
    {
        var said = await RunAsync(null, "short", "--duration", "5", "--aspect", "4:3", "--primary", "gold", "--out", "board");

        said.ExitCode.ShouldBe(2);
        foreach (var name in (string[])["the prompt: ", "--duration: ", "--aspect: ", "--primary: "])
        {
            said.Errors.ShouldContain(name);
        }

        Directory.Exists(folder["board"]).ShouldBeFalse();
    }

    [Fact]
    public async Task A_folder_that_can_not_be_made_is_told_before_anything_is_drawn()
    {
        await File.WriteAllTextAsync(folder["file"], string.Empty);

        var said = await RunAsync(null, "An ad for a fine watch", "--out", "file/board");

        said.ExitCode.ShouldBe(2);
        said.Errors.ShouldStartWith($"--out: the folder {folder["file/board"]} can not be made: ");
        said.Errors.ShouldContain("Give the path of a folder that you can write to.");
    }

    [Fact]
    public async Task A_machine_without_ffmpeg_is_told_how_to_mend_it()
    {
        var said = await RunAsync(new() { ["Reelwright__Media__FfmpegPath"] = folder["ffmpeg"] }, "An ad for a fine watch", "--out", "board");

        said.ExitCode.ShouldBe(1);
        said.Errors.ShouldContain("No storyboard can be drawn on this machine yet: ");
        said.Errors.ShouldContain("apt-get install ffmpeg");
        said.Errors.ShouldNotContain("   at ", Case.Sensitive, "no stack trace is for a person");
    }

    private Task<CommandResult> RunAsync(Dictionary<string, string?>? environment, params IEnumerable<string> arguments) =>
        CommandRun.ToEndAsync(folder.Path, environment, ["storyboard", .. arguments]);

    private static IEnumerable<string> Stills(string page) =>
        Regex.Matches(page, "src=\"data:image/jpeg;base64,(/9j/[^\"]+)\"").Select(match => match.Groups[1].Value);

    private static async Task<(int Width, int Height)> PngSizeAsync(string path)
    {
        var head = (await File.ReadAllBytesAsync(path)).AsSpan(0, 24);
        head[..8].SequenceEqual<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]).ShouldBeTrue();
        return (BinaryPrimitives.ReadInt32BigEndian(head[16..]), BinaryPrimitives.ReadInt32BigEndian(head[20..]));
    }
}
