using Reelwright.Media.Ffmpeg;

namespace Reelwright.Media.Tests.Ffmpeg;

public sealed class Mp4OutlineTests
{
    [Fact]
    public void A_file_of_a_thousand_streams_is_refused_wherever_they_are_listed()
    {
        byte[][] files =
        [
            HostileFiles.Mp4(1000),
            HostileFiles.Mp4(1000, "free"),
            [.. HostileFiles.FileType, .. HostileFiles.Box("mdat", new byte[200_000]), .. HostileFiles.Mp4(1000)[16..]],
            [.. HostileFiles.FileType, .. HostileFiles.Box("moov", HostileFiles.Box("udta", HostileFiles.Mp4(1000)))],
            [.. HostileFiles.FileType, .. HostileFiles.Box("moov", 0), .. HostileFiles.Mp4(1000)],
            [.. HostileFiles.FileType, .. HostileFiles.Box("moov", 1, ulong.MaxValue), .. HostileFiles.Mp4(1000)],
        ];

        foreach (var file in files)
        {
            Fault(file).ShouldBe("holds more than 64 streams, the most that are accepted.");
        }
    }

    [Fact]
    public void Sixty_four_streams_are_accepted_and_one_more_is_not()
    {
        Fault(HostileFiles.Mp4(64)).ShouldBeNull();
        Fault(HostileFiles.Mp4(65)).ShouldNotBeNull();
    }

    [Fact]
    public void Streams_are_counted_once_though_their_names_lie_across_two_reads()
    {
        // The buffer holds 65,536 bytes; every shift of a name over its end is tried.
        for (var shift = 0; shift < 6; shift++)
        {
            byte[] content = [.. new byte[65_536 - shift], .. "trak"u8, .. new byte[100_000]];
            var streams = Enumerable.Repeat("trak"u8.ToArray(), 63).SelectMany(name => name);

            Fault(HostileFiles.Box("moov", [.. content, .. streams])).ShouldBeNull();
            Fault(HostileFiles.Box("moov", [.. content, .. streams, .. "trak"u8])).ShouldNotBeNull();
        }
    }

    [Fact]
    public void What_a_film_holds_is_not_mistaken_for_its_index() =>
        Fault([.. HostileFiles.FileType, .. HostileFiles.Box("mdat", HostileFiles.Mp4(1000)), .. HostileFiles.Mp4(2)[16..]]).ShouldBeNull();

    [Theory]
    [InlineData(2u, null)]
    [InlineData(7u, null)]
    [InlineData(8u, null)]
    [InlineData(uint.MaxValue, null)]
    [InlineData(1u, null)]
    [InlineData(1u, 0ul)]
    [InlineData(1u, 15ul)]
    [InlineData(1u, 16ul)]
    [InlineData(1u, long.MaxValue + 1ul)]
    [InlineData(1u, ulong.MaxValue)]
    public void A_size_that_is_a_lie_neither_loops_nor_reads_beyond_the_file(uint size, ulong? largeSize) =>
        Fault([.. HostileFiles.FileType, .. HostileFiles.Box("moov", size, largeSize)]).ShouldBeNull();

    [Fact]
    public void A_file_of_nothing_but_boxes_is_given_up() =>
        Fault([.. Enumerable.Repeat(HostileFiles.Box("free"), 100_001).SelectMany(box => box)]).ShouldNotBeNull().ShouldContain("100000 boxes");

    private static string? Fault(byte[] content)
    {
        using var file = new MemoryStream(content, writable: false);
        return Mp4Outline.FindFault(file);
    }
}
