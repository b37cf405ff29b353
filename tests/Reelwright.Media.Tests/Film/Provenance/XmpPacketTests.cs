using System.Text;
using Reelwright.Media.Film.Provenance;

namespace Reelwright.Media.Tests.Film.Provenance;

public sealed class XmpPacketTests
{
    [Fact]
    public void It_says_what_made_the_film_for_which_job_and_who_worked_on_it()
    {
        var xmp = Read(new FilmOrigin { Job = "550e8400-e29b-41d4-a716-446655440000", Makers = ["video_generation: acme", "composition: local"], Trained = true });

        xmp.Source.ShouldBe("http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia");
        xmp.Tool.ShouldBe("Reelwright 1.0.0");
        xmp.Job.ShouldBe("550e8400-e29b-41d4-a716-446655440000");
        xmp.Makers.ShouldBe(["video_generation: acme", "composition: local"]);
    }

    [Fact]
    public void What_no_model_had_a_part_in_is_algorithmic() =>
        Read(new FilmOrigin()).Source.ShouldBe("http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia");

    [Fact]
    public void What_is_not_known_is_left_out()
    {
        var xmp = Read(new FilmOrigin());

        xmp.Job.ShouldBeNull();
        xmp.Makers.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a<b>&\"c'</rdf:li>", "a<b>&\"c'</rdf:li>")]
    [InlineData("]]><?xpacket end=\"w\"?>", "]]><?xpacket end=\"w\"?>")]
    [InlineData("日本 🫖", "日本 🫖")]
    public void A_name_is_text_whatever_is_in_it(string name, string read)
    {
        Read(new FilmOrigin { Makers = [name] }).Makers.ShouldBe([read]);
        Read(new FilmOrigin { Job = name }).Job.ShouldBe(read);
    }

    [Fact]
    public void What_XML_can_not_hold_is_replaced()
    {
        string[] names = ["nul\0bell\u0007", "half \uD83D", "none \uFFFE"];

        Read(new FilmOrigin { Makers = names }).Makers.ShouldBe(["nul\uFFFDbell\uFFFD", "half \uFFFD", "none \uFFFD"]);
    }

    [Fact]
    public void It_always_fits_the_segment_of_a_JPEG()
    {
        var packet = XmpPacket.Write(new FilmOrigin { Job = new string('&', 10_000), Makers = [.. Enumerable.Repeat(new string('"', 10_000), 1000)] });

        packet.Length.ShouldBeLessThan(ushort.MaxValue - 100);
    }

    [Fact]
    public void It_is_framed_as_the_standard_wants_it()
    {
        var text = Encoding.UTF8.GetString(XmpPacket.Write(new FilmOrigin()));

        text.ShouldStartWith("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\">");
        text.ShouldEndWith("</x:xmpmeta><?xpacket end=\"r\"?>");
    }

    private static ReadXmp Read(FilmOrigin origin) => ReadXmp.Of(XmpPacket.Write(origin));
}
