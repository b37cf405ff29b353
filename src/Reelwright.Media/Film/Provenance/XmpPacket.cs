using System.Text;
using System.Xml;

namespace Reelwright.Media.Film.Provenance;

/// <summary>
/// The machine-readable mark of AI-generated content that article 50 (2) of Regulation (EU) 2024/1689 requires: an XMP packet (ISO 16684-1)
/// with the IPTC digital source type, the tool, the job and the providers. The same origin always gives the same bytes.
/// </summary>
internal static class XmpPacket
{
    // https://cv.iptc.org/newscodes/digitalsourcetype/
    public const string TrainedSource = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";
    public const string AlgorithmicSource = "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia";

    private const string Meta = "adobe:ns:meta/";
    private const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private const string Dc = "http://purl.org/dc/elements/1.1/";
    private const string Xmp = "http://ns.adobe.com/xap/1.0/";
    private const string IptcExt = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";

    // Names come from other services. With these bounds a packet always fits the 64 KiB of a JPEG segment.
    private const int MostMakers = 40;
    private const int LongestText = 200;

    public static byte[] Write(FilmOrigin origin)
    {
        var text = new StringBuilder();
        var settings = new XmlWriterSettings { OmitXmlDeclaration = true, ConformanceLevel = ConformanceLevel.Fragment };
        using (var xml = XmlWriter.Create(text, settings))
        {
            // The standard fixes the identifier. "r" makes the packet read-only, so it needs no padding.
            xml.WriteProcessingInstruction("xpacket", "begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"");
            xml.WriteStartElement("x", "xmpmeta", Meta);
            xml.WriteStartElement("rdf", "RDF", Rdf);
            WriteDescription(xml, origin);
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteProcessingInstruction("xpacket", "end=\"r\"");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void WriteDescription(XmlWriter xml, FilmOrigin origin)
    {
        xml.WriteStartElement("rdf", "Description", Rdf);
        xml.WriteAttributeString("rdf", "about", Rdf, string.Empty);
        xml.WriteElementString("Iptc4xmpExt", "DigitalSourceType", IptcExt, origin.Trained ? TrainedSource : AlgorithmicSource);
        xml.WriteElementString("xmp", "CreatorTool", Xmp, $"Reelwright {typeof(XmpPacket).Assembly.GetName().Version!.ToString(3)}");
        if (origin.Job is { } job)
        {
            xml.WriteElementString("dc", "identifier", Dc, Clean(job));
        }

        if (origin.Makers.Count > 0)
        {
            xml.WriteStartElement("dc", "contributor", Dc);
            xml.WriteStartElement("rdf", "Bag", Rdf);
            foreach (var maker in origin.Makers.Take(MostMakers))
            {
                xml.WriteElementString("rdf", "li", Rdf, Clean(maker));
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    // XML cannot represent most control characters and lone surrogates, not even escaped.
    private static string Clean(string text)
    {
        var clean = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Take(LongestText))
        {
            clean.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString());
        }

        return clean.ToString();
    }
}
