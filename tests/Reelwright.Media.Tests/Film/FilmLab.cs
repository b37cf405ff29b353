using Microsoft.Extensions.Logging.Abstractions;
using Reelwright.Media.Ffmpeg;
using Reelwright.Media.Film;
using Reelwright.Media.Text;

namespace Reelwright.Media.Tests.Film;

/// <summary>A folder, a real ffmpeg, and short ways to make and look at films.</summary>
public sealed class FilmLab : IDisposable
{
    public FilmLab()
    {
        Folder = Directory.CreateTempSubdirectory("reelwright-film-").FullName;
        Work = Directory.CreateDirectory(Path.Combine(Folder, "work")).FullName;
        Ffmpeg = Process(new FfmpegOptions());
        Probe = new MediaProbe(Ffmpeg);
        Composer = new FilmComposer(Ffmpeg, Fonts, NullLogger<FilmComposer>.Instance);
    }

    /// <summary>The tools of this machine.</summary>
    public static FfmpegTools Real { get; } = new(new FfmpegOptions());

    public static FontLibrary Fonts { get; } = new(Process(new FfmpegOptions()));

    public string Folder { get; }

    public string Work { get; }

    public FfmpegProcess Ffmpeg { get; }

    public MediaProbe Probe { get; }

    public FilmComposer Composer { get; }

    public static FilmTheme Theme { get; } = new() { Ink = "#ffffff", Accent = "#ff8fbd", AccentInk = "#1a1020" };

    public static FfmpegProcess Process(FfmpegOptions options, TimeProvider? time = null) =>
        new(new FfmpegTools(options), time ?? TimeProvider.System, NullLogger<FfmpegProcess>.Instance);

    public string At(string name) => Path.Combine(Folder, name);

    /// <summary>A plan of drawn scenes of equal length.</summary>
    public FilmPlan Plan(int width, int height, double duration, int scenes = 1, byte shade = 40) => new()
    {
        Width = width,
        Height = height,
        Duration = duration,
        Scenes = [.. Enumerable.Range(0, scenes).Select(i => Scene(i * duration / scenes, (i + 1) * duration / scenes, new DrawnScene(() => new FlatScene(width, height, 10, (byte)(shade + i)))))],
        Theme = Theme,
        WorkFolder = Work,
        OutputPath = At("film.mp4"),
    };

    public static FilmScene Scene(double start, double end, SceneSource source, string role = "product", string transition = "cut") =>
        new() { Start = start, End = end, Role = role, Transition = transition, Source = source };

    public static FilmText Text(string text, double start, double end, string position = "headline", string style = "words") =>
        new() { Text = text, Start = start, End = end, Position = position, Style = style };

    public Task<FilmResult> ComposeAsync(FilmPlan plan) => Composer.ComposeAsync(plan, TestContext.Current.CancellationToken);

    public async Task<MediaInfo> ReadAsync(string path) =>
        await Probe.ReadAsync(MediaInput.Video(path), countPackets: true, TestContext.Current.CancellationToken);

    /// <summary>Makes a test file with ffmpeg itself.</summary>
    public async Task<string> MakeAsync(string name, params string[] arguments)
    {
        await RunAsync(["-v", "error", "-y", .. arguments, At(name)]);
        return At(name);
    }

    /// <summary>The light of one frame as it is stored, 16 to 235.</summary>
    public async Task<Picture> FrameAsync(string film, int frame) => (await FramesAsync(film, [frame]))[0];

    public async Task<IReadOnlyList<Picture>> FramesAsync(string film, IReadOnlyList<int> frames)
    {
        var info = (await Probe.ReadAsync(MediaInput.Video(film), countPackets: false, TestContext.Current.CancellationToken)).Video!;
        var wanted = string.Join('+', frames.Select(frame => $"eq(n\\,{frame})"));
        var bytes = await RunAsync(["-v", "error", "-i", film, "-vf", $"select={wanted}", "-vsync", "0", "-f", "rawvideo", "-pix_fmt", "yuv420p", "-"]);
        var size = info.Width * info.Height;
        return [.. bytes.Chunk(size * 3 / 2).Select(picture => new Picture(picture[..size], info.Width, info.Height))];
    }

    /// <summary>Samples of the sound track, as the container counts them.</summary>
    public async Task<int> SamplesAsync(string film)
    {
        var command = new FfmpegCommand
        {
            Purpose = "be looked at",
            Tool = MediaTool.Ffprobe,
            Arguments = ["-v", "error", "-select_streams", "a", "-show_entries", "stream=duration_ts", "-of", "csv=p=0", film],
            TimeLimit = TimeSpan.FromSeconds(60),
        };
        return int.Parse((await Ffmpeg.RunAsync(command, TestContext.Current.CancellationToken)).Text, System.Globalization.CultureInfo.InvariantCulture);
    }

    public async Task<byte[]> RunAsync(IReadOnlyList<string> arguments)
    {
        var command = new FfmpegCommand { Purpose = "prepare a test", Arguments = arguments, TimeLimit = TimeSpan.FromSeconds(60), OutputLimit = 64 << 20 };
        return (await Ffmpeg.RunAsync(command, TestContext.Current.CancellationToken)).Output;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
