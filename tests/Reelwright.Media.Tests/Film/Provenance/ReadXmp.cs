using System.Text;
using System.Xml.Linq;

namespace Reelwright.Media.Tests.Film.Provenance;

/// <summary>An XMP packet as somebody else's reader sees it.</summary>
internal sealed record ReadXmp(string? Source, string? Tool, string? Job, IReadOnlyList<string> Makers)
{
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Xmp = "http://ns.adobe.com/xap/1.0/";
    private static readonly XNamespace Iptc = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";

    public static ReadXmp Of(ReadOnlySpan<byte> packet)
    {
        var about = XDocument.Parse(Encoding.UTF8.GetString(packet)).Descendants(Rdf + "Description").Single();
        return new ReadXmp(
            (string?)about.Element(Iptc + "DigitalSourceType"),
            (string?)about.Element(Xmp + "CreatorTool"),
            (string?)about.Element(Dc + "identifier"),
            [.. about.Elements(Dc + "contributor").Elements(Rdf + "Bag").Elements(Rdf + "li").Select(maker => maker.Value)]);
    }
}
