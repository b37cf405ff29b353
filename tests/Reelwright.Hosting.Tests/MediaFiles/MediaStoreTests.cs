using System.Diagnostics;
using System.Text;
using Reelwright.Hosting.Tests.Running;
using Reelwright.MediaFiles;
using Reelwright.MediaFiles.Folder;

namespace Reelwright.Hosting.Tests.MediaFiles;

/// <summary>
/// The contract of <see cref="IMediaStore"/>; a second kind of store overrides <see cref="Create"/> and inherits every test.
/// </summary>
public class MediaStoreTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly IMediaStore store;

    public MediaStoreTests() => store = Create(folder.At("store"));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_was_put_is_read_back()
    {
        await PutAsync("jobs/a/film.mp4", "content");

        (await ReadAsync("jobs/a/film.mp4")).ShouldBe("content");
        (await store.LengthAsync(Key("jobs/a/film.mp4"), Stop)).ShouldBe(7);
        (await store.ExistsAsync(Key("jobs/a/film.mp4"), Stop)).ShouldBeTrue();
    }

    /// <summary>
    /// A process that is started inherits what is open, its locks too, until it has become what it shall be: a lock for one alone would
    /// keep readers out meanwhile.
    /// </summary>
    [Fact]
    public async Task A_write_does_not_lock_out_readers()
    {
        var read = "";
        var content = new WatchedContent("content", () =>
        {
            var file = new DirectoryInfo(folder.At("store")).EnumerateFiles("*", SearchOption.AllDirectories).ShouldHaveSingleItem();
            using var reader = new StreamReader(new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete));
            read = reader.ReadToEnd();
        });

        await store.PutAsync(Key("jobs/a/film.mp4"), content, Stop);

        read.ShouldBe("content");
    }

    [Fact]
    public async Task What_was_never_put_is_absent()
    {
        (await store.OpenAsync(Key("jobs/a/film.mp4"), Stop)).ShouldBeNull();
        (await store.LengthAsync(Key("jobs/a/film.mp4"), Stop)).ShouldBeNull();
        (await store.DeleteAsync(Key("jobs/a/film.mp4"), Stop)).ShouldBeFalse();
        (await store.DeletePrefixAsync(Key("jobs/a"), Stop)).ShouldBe(0);
        (await store.CopyToFileAsync(Key("jobs/a/film.mp4"), folder.At("copy"), Stop)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_folder_of_files_is_not_a_file()
    {
        await PutAsync("jobs/a/film.mp4", "content");

        (await store.OpenAsync(Key("jobs/a"), Stop)).ShouldBeNull();
        (await store.LengthAsync(Key("jobs/a"), Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task A_file_is_taken_over()
    {
        var path = folder.At("made");
        await File.WriteAllTextAsync(path, "made elsewhere", Stop);

        await store.PutFileAsync(Key("jobs/a/film.mp4"), path, Stop);

        (await ReadAsync("jobs/a/film.mp4")).ShouldBe("made elsewhere");
        File.Exists(path).ShouldBeFalse();
    }

    [Fact]
    public async Task The_later_put_stays_and_has_another_validator()
    {
        await PutAsync("k", "first");
        await using var first = await store.OpenAsync(Key("k"), Stop);
        await PutAsync("k", "the second");

        (await ReadAsync("k")).ShouldBe("the second");
        await using var second = await store.OpenAsync(Key("k"), Stop);
        second!.ETag.ShouldNotBe(first!.ETag);
    }

    [Fact]
    public async Task A_put_that_breaks_off_leaves_nothing()
    {
        await PutAsync("k", "before");

        await Should.ThrowAsync<IOException>(() => store.PutAsync(Key("k"), new BreakingStream(), Stop));
        await Should.ThrowAsync<IOException>(() => store.PutAsync(Key("new"), new BreakingStream(), Stop));

        (await ReadAsync("k")).ShouldBe("before");
        (await store.ExistsAsync(Key("new"), Stop)).ShouldBeFalse();
        Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Count().ShouldBe(1);
    }

    [Fact]
    public async Task Deleting_a_prefix_leaves_its_neighbours()
    {
        await PutAsync("jobs/a/clips/1.mp4", "1");
        await PutAsync("jobs/a/film.mp4", "2");
        await PutAsync("jobs/ab/film.mp4", "3");

        (await store.DeletePrefixAsync(Key("jobs/a"), Stop)).ShouldBe(2);

        (await store.ExistsAsync(Key("jobs/a/film.mp4"), Stop)).ShouldBeFalse();
        (await ReadAsync("jobs/ab/film.mp4")).ShouldBe("3");
    }

    [Fact]
    public async Task Reading_can_start_anywhere()
    {
        await PutAsync("k", "0123456789");
        await using var media = await store.OpenAsync(Key("k"), Stop);

        media!.Content.Seek(7, SeekOrigin.Begin);

        using var reader = new StreamReader(media.Content);
        (await reader.ReadToEndAsync(Stop)).ShouldBe("789");
    }

    [Fact]
    public async Task Small_files_are_read_whole_and_large_ones_refused()
    {
        await PutAsync("k", "0123456789");

        (await store.ReadSmallAsync(Key("k"), 10, Stop)).ShouldBe("0123456789"u8.ToArray());
        (await store.ReadSmallAsync(Key("k"), 9, Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task A_full_disk_is_reported_and_leaves_no_half_file()
    {
        var disk = folder.At("disk");
        Directory.CreateDirectory(disk);
        Assert.SkipUnless(await RunAsync("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk), "This test needs to mount a small tmpfs.");
        try
        {
            var small = Create(disk);
            await small.PutAsync(Key("kept"), new MemoryStream(new byte[100_000]), Stop);

            var full = await Should.ThrowAsync<MediaStoreFullException>(() => small.PutAsync(Key("too-much"), new MemoryStream(new byte[400_000]), Stop));

            full.Message.ShouldContain("no room left");
            (await small.ExistsAsync(Key("too-much"), Stop)).ShouldBeFalse();
            (await small.LengthAsync(Key("kept"), Stop)).ShouldBe(100_000);
            await small.PutAsync(Key("fits"), new MemoryStream(new byte[50_000]), Stop);
        }
        finally
        {
            await RunAsync("umount", disk);
        }
    }

    [Fact]
    public async Task Old_half_written_files_are_removed_and_nothing_else()
    {
        await PutAsync("kept", "0123456789");
        var writing = new TaskCompletionSource();
        var underway = store.PutAsync(Key("underway"), new WaitingStream(writing.Task), Stop);
        var left = folder.At("store/.incoming/left");
        await File.WriteAllTextAsync(left, "half of", Stop);

        (await store.RemoveAbandonedAsync(TimeSpan.FromHours(1), Stop)).ShouldBe(0);
        File.SetLastWriteTimeUtc(left, DateTime.UnixEpoch);
        File.SetLastWriteTimeUtc(folder.At("store/kept"), DateTime.UnixEpoch);
        (await store.RemoveAbandonedAsync(TimeSpan.FromHours(1), Stop)).ShouldBe(1);
        writing.SetResult();
        await underway;

        File.Exists(left).ShouldBeFalse();
        (await ReadAsync("kept")).ShouldBe("0123456789");
        (await ReadAsync("underway")).ShouldBe("late");
    }

    [Fact]
    public async Task A_file_that_was_created_long_ago_counts_as_new_in_the_store()
    {
        await File.WriteAllTextAsync(folder.At("old"), "old", Stop);
        File.SetLastWriteTimeUtc(folder.At("old"), DateTime.UnixEpoch);

        await store.PutFileAsync(Key("k"), folder.At("old"), Stop);

        await using var media = await store.OpenAsync(Key("k"), Stop);
        media!.LastModified.ShouldBeGreaterThan(DateTimeOffset.UnixEpoch.AddYears(50));
    }

    protected virtual IMediaStore Create(string place) => new FolderMediaStore(place, TimeProvider.System);

    private static MediaKey Key(string text) => MediaKey.Parse(text);

    private static async Task<bool> RunAsync(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true });
        await process!.WaitForExitAsync(Stop);
        return process.ExitCode == 0;
    }

    private Task PutAsync(string key, string content) => store.PutAsync(Key(key), new MemoryStream(Encoding.UTF8.GetBytes(content)), Stop);

    private async Task<string> ReadAsync(string key)
    {
        await using var media = await store.OpenAsync(Key(key), Stop);
        using var reader = new StreamReader(media!.Content);
        return await reader.ReadToEndAsync(Stop);
    }

    private sealed class WaitingStream(Task until) : MemoryStream
    {
        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            await until.WaitAsync(cancellationToken);
            await destination.WriteAsync("late"u8.ToArray(), cancellationToken);
        }
    }

    private sealed class BreakingStream : MemoryStream
    {
        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            destination.Write("half of"u8);
            throw new IOException("The other side hung up.");
        }
    }

    private sealed class WatchedContent(string text, Action whenWritten) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            await base.CopyToAsync(destination, bufferSize, cancellationToken);
            await destination.FlushAsync(cancellationToken);
            whenWritten();
        }
    }
}
