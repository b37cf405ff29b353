using System.Buffers.Binary;
using System.Text;
using Reelwright.Media.Ffmpeg;
using Reelwright.Media.Film.Provenance;

namespace Reelwright.Media.Tests.Film.Provenance;

/// <summary>Films and thumbnails tell machines that a machine has made them.</summary>
public sealed class FilmMarkTests : IDisposable
{
    private static readonly FilmOrigin Origin = new() { Job = "job-1", Makers = ["video_generation: <acme> & sons", "composition: local"], Trained = true };

    private readonly FilmLab _lab = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Film_and_thumbnail_carry_the_same_mark_and_can_be_read_as_before()
    {
        var film = await _lab.ComposeAsync(_lab.Plan(96, 96, 2) with { Origin = Origin });

        // The boxes: the index still comes before the data, and the mark is the last.
        var bytes = await File.ReadAllBytesAsync(film.FilmPath, Stop);
        var boxes = Boxes(bytes);
        boxes.Select(box => box.Kind).ShouldBe(["ftyp", "moov", "free", "mdat", "uuid"]);
        film.FileSize.ShouldBe(bytes.Length);
        var content = bytes.AsSpan(boxes[^1].Content).ToArray();
        Convert.ToHexString(content[..16]).ShouldBe("BE7ACFCB97A942E89C71999491E3AFAC");

        // The words.
        var xmp = ReadXmp.Of(content.AsSpan(16));
        xmp.Source.ShouldBe(XmpPacket.TrainedSource);
        xmp.Job.ShouldBe("job-1");
        xmp.Makers.ShouldBe(Origin.Makers);

        // The film decodes to its end without a complaint.
        (await _lab.ReadAsync(film.FilmPath)).Video!.PacketsCounted.ShouldBe(60);
        (await MessagesAsync("warning", film.FilmPath)).ShouldBeEmpty();

        // The thumbnail, of which ffmpeg warns marked or not: a picture of one grey is too short for its reader.
        var picture = await File.ReadAllBytesAsync(film.ThumbnailPath, Stop);
        Segment(picture).ShouldBe(content[16..]);
        (await MessagesAsync("error", film.ThumbnailPath)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_film_of_unknown_origin_is_marked_too()
    {
        var film = await _lab.ComposeAsync(_lab.Plan(96, 96, 1));

        var bytes = await File.ReadAllBytesAsync(film.FilmPath, Stop);
        ReadXmp.Of(bytes.AsSpan(Boxes(bytes)[^1].Content)[16..]).Source.ShouldBe(XmpPacket.AlgorithmicSource);
    }

    [Fact]
    public void The_mark_stands_behind_the_header_of_a_JFIF_file()
    {
        byte[] picture = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xDB, 0, 3, 9];

        var marked = JpegMark.Marked(picture, "xmp"u8);

        marked[..8].ShouldBe(picture[..8]);
        Segment(marked).ShouldBe("xmp"u8.ToArray());
        marked[^5..].ShouldBe(picture[^5..]);
        marked.Length.ShouldBe(picture.Length + 4 + 29 + 3);
    }

    [Fact]
    public void What_is_no_JPEG_or_does_not_fit_is_refused()
    {
        Should.Throw<ArgumentException>(() => JpegMark.Marked("\x89PNG"u8, "xmp"u8));
        Should.Throw<ArgumentException>(() => JpegMark.Marked([0xFF, 0xD8, 0xFF, 0xD9], new byte[ushort.MaxValue - 30]));
    }

    public void Dispose() => _lab.Dispose();

    /// <summary>What ffmpeg has to say while it decodes everything.</summary>
    private async Task<IReadOnlyList<string>> MessagesAsync(string level, string path)
    {
        var command = new FfmpegCommand
        {
            Purpose = "be looked at",
            Arguments = ["-v", level, "-xerror", "-i", path, "-f", "null", "-"],
            TimeLimit = TimeSpan.FromSeconds(60),
        };
        return (await _lab.Ffmpeg.RunAsync(command, Stop)).Messages;
    }

    private static List<(string Kind, Range Content)> Boxes(byte[] file)
    {
        var boxes = new List<(string, Range)>();
        for (var at = 0; at < file.Length;)
        {
            var size = (int)BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
            size.ShouldBeInRange(8, file.Length - at);
            boxes.Add((Encoding.ASCII.GetString(file, at + 4, 4), (at + 8)..(at + size)));
            at += size;
        }

        return boxes;
    }

    /// <summary>The packet of the first APP1 segment.</summary>
    private static byte[] Segment(byte[] picture)
    {
        var at = 2;
        while (picture[at + 1] != 0xE1)
        {
            picture[at].ShouldBe((byte)0xFF);
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(picture.AsSpan(at + 2));
        }

        var segment = picture.AsSpan(at + 4, BinaryPrimitives.ReadUInt16BigEndian(picture.AsSpan(at + 2)) - 2);
        Encoding.ASCII.GetString(segment[..29]).ShouldBe("http://ns.adobe.com/xap/1.0/\0");
        return segment[29..].ToArray();
    }
}
