using System.Buffers.Binary;
using System.Text;
using Reelwright.Media.Film;
using Reelwright.Media.Film.Provenance;
using Reelwright.Media.Tests.Film.Provenance;

namespace Reelwright.Media.Tests.Film;

/// <summary>The moving picture beside a film, on request.</summary>
public sealed class PreviewTests : IDisposable
{
    private readonly FilmLab _lab = new();

    [Fact]
    public async Task A_preview_is_a_looped_WebP_of_three_seconds_that_says_what_made_it()
    {
        var plan = _lab.Plan(540, 960, 5) with
        {
            Preview = true,
            Scenes = [FilmLab.Scene(0, 5, new DrawnScene(() => new CountingScene(540, 960, 30)))],
        };

        var film = await _lab.ComposeAsync(plan);

        var bytes = await File.ReadAllBytesAsync(film.PreviewPath.ShouldNotBeNull(), TestContext.Current.CancellationToken);
        bytes.Length.ShouldBeLessThan(1_500_000);
        Encoding.ASCII.GetString(bytes, 0, 4).ShouldBe("RIFF");
        BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4)).ShouldBe(bytes.Length - 8);
        var chunks = Chunks(bytes);
        chunks[0].Kind.ShouldBe("VP8X");
        (Three(chunks[0].Content.AsSpan(4)) + 1, Three(chunks[0].Content.AsSpan(7)) + 1).ShouldBe((360, 640));
        BinaryPrimitives.ReadUInt16LittleEndian(chunks.Single(chunk => chunk.Kind == "ANIM").Content.AsSpan(4)).ShouldBe((ushort)0);
        chunks.Where(chunk => chunk.Kind == "ANMF").Sum(chunk => Three(chunk.Content.AsSpan(12))).ShouldBeInRange(2900, 3100);
        (chunks[0].Content[0] & 0x04).ShouldBe(0x04);
        chunks[^1].Kind.ShouldBe("XMP ");
        ReadXmp.Of(chunks[^1].Content).Source.ShouldBe(XmpPacket.AlgorithmicSource);
        film.Warnings.ShouldBeEmpty();
        Directory.GetFiles(_lab.Folder).Length.ShouldBe(5);
    }

    [Fact]
    public async Task There_is_none_unless_it_is_asked_for() => (await _lab.ComposeAsync(_lab.Plan(64, 64, 1))).PreviewPath.ShouldBeNull();

    [Theory]
    [InlineData(0, 15, "0")]
    [InlineData(120, 15, "3")]
    [InlineData(440, 15, "12")]
    [InlineData(30, 2, "0")]
    public void It_shows_the_best_moment_and_never_runs_over_the_end(int frame, double duration, string start)
    {
        var arguments = PreviewArguments.For("in.mp4", frame, duration, 60, "out.webp").ToList();

        arguments[arguments.IndexOf("-ss") + 1].ShouldBe(start);
    }

    [Fact]
    public void A_picture_without_an_extended_header_is_refused() =>
        Should.Throw<ArgumentException>(() => WebpMark.Marked("RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\0\0\0\0\0"u8, "xmp"u8));

    public void Dispose() => _lab.Dispose();

    private static int Three(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);

    private static List<(string Kind, byte[] Content)> Chunks(byte[] file)
    {
        var chunks = new List<(string, byte[])>();
        for (var at = 12; at < file.Length;)
        {
            var size = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at + 4));
            chunks.Add((Encoding.ASCII.GetString(file, at, 4), file[(at + 8)..(at + 8 + size)]));
            at += 8 + size + (size % 2);
        }

        return chunks;
    }
}
