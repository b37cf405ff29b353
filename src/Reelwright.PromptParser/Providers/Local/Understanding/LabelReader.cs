using System.Text.RegularExpressions;

namespace Reelwright.PromptParser.Providers.Local.Understanding;

/// <summary>Reads prompts that are filled-in forms: "Product: oat milk. Audience: baristas."</summary>
internal static partial class LabelReader
{
    /// <summary>Takes the labelled values it knows and leaves the rest of the text.</summary>
    public static string Read(string text, Reading reading) => Label().Replace(text, match =>
    {
        var value = match.Groups["value"].Value.Trim();
        switch (match.Groups["label"].Value.ToLowerInvariant())
        {
            case "brand" or "brand name" or "name" or "company" or "company name" or "marque" or "marke" or "marca" or "merk" or "nom" or "nombre" or "nome":
                reading.Brand ??= value;
                return "";
            case "audience" or "target audience" or "target" or "public" or "cible" or "zielgruppe" or "público" or "doelgroep":
                reading.Audience ??= value;
                return "";
            case "tone" or "style" or "mood" or "ton" or "stil" or "tono" or "estilo" or "stile" or "music" or "platform" or "duration" or "format" or "length" or "aspect ratio":
                reading.ToneTexts.Add(value);
                return "";
            default:
                return value + ". ";
        }
    });

    [GeneratedRegex(@"(?<=^|[.;]\s)(?:the |our )?(?<label>product|target audience|audience|tone|style|mood|music|platform|format) (?:is|are) (?<value>[^.;\n]+?)(?:[.;]\s*|$)|(?<=(?:^|[.;,]\s))(?<label>target audience|audience) (?<value>\p{L}[^.;,:\n]{2,30}?)(?:[.;]\s*|$|(?=,))|(?<=^|[.;,\n]\s?|\s)(?<label>product|name|nom|nombre|nome|merk|company name|doelgroep|produit|produkt|producto|prodotto|produto|brand name|brand|company|marque|marke|marca|target audience|audience|target|public|cible|zielgruppe|público|tone|style|mood|ton|stil|tono|estilo|stile|music|platform|duration|format|length|aspect ratio|offer|angebot|oferta|offre|offerta|features?|benefits?|usps?)\s?:\s*(?<value>[^.;\n]+?)(?:[.;]\s*|$|(?=,?\s(?:brand|audience|tone|style|mood|offer|features?|target|platform|music|length)\s?:))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
