using System.Diagnostics;
using Reelwright.Media.Ffmpeg;
using Reelwright.Media.Tests.Film;

namespace Reelwright.Media.Tests.Ffmpeg;

public sealed class FfmpegProcessTests : IDisposable
{
    private static readonly string[] _endless = ["-v", "error", "-re", "-f", "lavfi", "-i", "testsrc2=s=64x64:r=30", "-f", "null", "-"];
    private readonly FilmLab _lab = new();

    private static FfmpegCommand Command(params string[] arguments) =>
        new() { Purpose = "be tested", Arguments = arguments, TimeLimit = TimeSpan.FromSeconds(30) };

    [Fact]
    public async Task A_failure_tells_what_was_tried_how_it_ended_and_the_last_words()
    {
        var error = await Should.ThrowAsync<FfmpegFailedException>(
            () => _lab.Ffmpeg.RunAsync(Command("-i", "no such file.mp4", "-f", "null", "-"), TestContext.Current.CancellationToken));

        error.ExitCode.ShouldBe(1);
        error.LastLines[^1].ShouldContain("No such file or directory");
        error.Message.ShouldStartWith("ffmpeg failed to be tested (exit code 1). It said: ");
        error.Message.ShouldEndWith("Tried: ffmpeg -i 'no such file.mp4' -f null -");
    }

    [Fact]
    public async Task A_missing_ffmpeg_is_a_sentence_with_its_cure()
    {
        var process = FilmLab.Process(new FfmpegOptions { FfmpegPath = "/nowhere/ffmpeg" });

        var error = await Should.ThrowAsync<MissingToolException>(() => process.RunAsync(Command("-version"), TestContext.Current.CancellationToken));

        error.Message.ShouldContain("no ffmpeg at the configured path '/nowhere/ffmpeg'");
        error.Message.ShouldContain("apt-get install ffmpeg");
    }

    [Fact]
    public async Task A_program_that_is_no_program_is_reported_like_a_missing_one()
    {
        await File.WriteAllTextAsync(_lab.At("ffmpeg"), "not a program", TestContext.Current.CancellationToken);
        var process = FilmLab.Process(new FfmpegOptions { FfmpegPath = _lab.At("ffmpeg") });

        (await Should.ThrowAsync<MissingToolException>(() => process.RunAsync(Command("-version"), TestContext.Current.CancellationToken)))
            .Message.ShouldContain("could not be started");
    }

    [Fact]
    public async Task A_run_that_takes_too_long_is_ended_with_a_sentence()
    {
        var command = Command(_endless) with { TimeLimit = TimeSpan.FromSeconds(0.4) };

        (await Should.ThrowAsync<FfmpegFailedException>(() => _lab.Ffmpeg.RunAsync(command, TestContext.Current.CancellationToken)))
            .Message.ShouldContain("took longer than");
    }

    [Fact]
    public async Task A_cancelled_run_leaves_no_process()
    {
        using var cancel = new CancellationTokenSource();
        var marker = _lab.At("marker.nut");
        var run = _lab.Ffmpeg.RunAsync(Command([.. _endless[..^3], "-f", "nut", "-y", marker]), cancel.Token);
        await Until(() => File.Exists(marker));

        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => run);
        ProcessesWith(marker).ShouldBe(0);
    }

    [Fact]
    public async Task A_process_that_ignores_the_polite_request_is_killed_with_its_children()
    {
        var stubborn = _lab.At("ffmpeg");
        await File.WriteAllTextAsync(stubborn, "#!/bin/sh\ntrap '' INT\ntouch \"$1\"\nsleep 300 & wait\nsleep 300\n", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(stubborn, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        var process = FilmLab.Process(new FfmpegOptions { FfmpegPath = stubborn });
        using var cancel = new CancellationTokenSource();
        var run = process.RunAsync(Command(_lab.At("started")), cancel.Token);
        await Until(() => File.Exists(_lab.At("started")));

        var clock = Stopwatch.StartNew();
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => run);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        ProcessesWith(_lab.At("started")).ShouldBe(0);
    }

    [Fact]
    public async Task A_flood_of_messages_blocks_nothing_and_only_its_end_is_kept()
    {
        var output = await _lab.Ffmpeg.RunAsync(
            Command("-f", "lavfi", "-i", "testsrc2=s=64x64:r=30:d=40", "-vf", "showinfo", "-f", "null", "-"), TestContext.Current.CancellationToken);

        output.Messages.Count.ShouldBe(400);
    }

    [Fact]
    public async Task Too_much_output_fails_the_run()
    {
        var command = Command("-v", "error", "-f", "lavfi", "-i", "testsrc2=s=320x240:r=30:d=10", "-f", "rawvideo", "-") with { OutputLimit = 100_000 };

        (await Should.ThrowAsync<FfmpegFailedException>(() => _lab.Ffmpeg.RunAsync(command, TestContext.Current.CancellationToken)))
            .Message.ShouldContain("more than 100000 bytes");
    }

    [Fact]
    public async Task When_ffmpeg_closes_its_input_its_own_words_are_reported()
    {
        var command = Command("-v", "error", "-f", "nonsense", "-i", "pipe:0", "-f", "null", "-") with
        {
            Feed = async (stdin, token) =>
            {
                for (var i = 0; i < 1000; i++)
                {
                    await stdin.WriteAsync(new byte[100_000], token);
                }
            },
        };

        (await Should.ThrowAsync<FfmpegFailedException>(() => _lab.Ffmpeg.RunAsync(command, TestContext.Current.CancellationToken)))
            .Message.ShouldContain("nonsense");
    }

    [Fact]
    public async Task A_feed_that_breaks_is_reported_even_when_ffmpeg_is_content()
    {
        var command = Command("-v", "error", "-f", "rawvideo", "-s", "16x16", "-pix_fmt", "gray", "-i", "pipe:0", "-f", "null", "-") with
        {
            Feed = async (stdin, token) =>
            {
                await stdin.WriteAsync(new byte[256], token);
                throw new FileNotFoundException("the next picture is gone");
            },
        };

        (await Should.ThrowAsync<FileNotFoundException>(() => _lab.Ffmpeg.RunAsync(command, TestContext.Current.CancellationToken)))
            .Message.ShouldBe("the next picture is gone");
    }

    public void Dispose() => _lab.Dispose();

    internal static async Task Until(Func<bool> condition)
    {
        var limit = Stopwatch.StartNew();
        while (!condition())
        {
            limit.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
            await Task.Yield();
        }
    }

    /// <summary>Processes with an argument, from the system's own list.</summary>
    internal static int ProcessesWith(string argument) =>
        Directory.EnumerateDirectories("/proc").Count(folder =>
        {
            try
            {
                return int.TryParse(Path.GetFileName(folder), out _) && File.ReadAllText(Path.Combine(folder, "cmdline")).Contains(argument, StringComparison.Ordinal);
            }
            catch (IOException)
            {
                return false;
            }
        });
}
