using System.Text.RegularExpressions;

namespace Reelwright.PromptParser.Providers.Local.Understanding;

/// <summary>Reads a prompt in a language without a grammar here: drops the request where it is recognised and keeps the rest as it is.</summary>
internal static partial class PlainReader
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    public static Reading Read(string prompt, string? quotedName)
    {
        var reading = new Reading { Brand = quotedName };
        var text = Duration().Replace(prompt, " ");
        text = PromptText.Clean(text);
        var asked = Lead().Match(text);
        var shorter = Tail().Replace(Ours().Replace(asked.Success ? WithoutFor(text[asked.Length..]) : text, ""), "").Trim(' ', '.', ',', ':', '،', '।');
        text = PromptText.Length(shorter) >= 3 ? shorter : text;
        if (OfferFinder.Find(text) is { } offer)
        {
            reading.Offer = offer.Value.Trim();
        }

        if (reading.Brand is null && Company().Match(text) is { Success: true } company)
        {
            reading.Brand = company.Groups["name"].Value;
            text = company.Groups["of"].Success ? PromptText.Clean(text.Remove(company.Index, company.Length)).Trim(' ', ',') : text;
        }

        reading.Subject = text;
        if (reading.Brand is null && Maker().Match(text) is { Success: true } maker)
        {
            reading.Brand = maker.Groups["name"].Value;
        }

        foreach (var clause in ClauseSplitter.Clauses(text).Skip(1).Where(clause => reading.Offer is null || !clause.Contains(reading.Offer, StringComparison.Ordinal)))
        {
            reading.AddFeature(Which().Replace(clause, ""), FeatureKind.Noun);
        }
        return reading;
    }

    /// <summary>Arabic and Hebrew write "for" as the first letter of the next word, Thai as a word without a space.</summary>
    private static string WithoutFor(string text) => ForPrefix().Replace(text, match => match.Groups["article"].Success ? "ال" : "");

    [GeneratedRegex(@"^(?<article>لل)|^[لל](?=[\p{L}]{3})|^สำหรับ\s?", RegexOptions.CultureInvariant)]
    private static partial Regex ForPrefix();

    [GeneratedRegex(@"^(?:onze|ons|mijn|een|нашей|нашего|наших|нашу|наш|моей|моего|naszej|naszego|naszą|nasz|mojej|mojego)\s", Options)]
    private static partial Regex Ours();

    /// <summary>A relative clause is a line of its own without its pronoun: "которое помогает экономить".</summary>
    [GeneratedRegex(@"^(?:котор(?:ый|ая|ое|ые)|який|яка|яке|які|któr[yae]|kter[ýáé]|ktor[ýáé]|som|der|joka|care|koji|koja|koje|π?ου)\s+", Options)]
    private static partial Regex Which();

    /// <summary>"of the company Aurora Store", and a Thai shop with its name, which ends before "at" and "in".</summary>
    [GeneratedRegex(
        @"(?:^|[\s,،])(?<of>של|מבית|מאת|من)\s(?:(?:חברת|חנות|מותג|רשת|شركة|متجر|علامة)\s)?(?<name>\p{Lu}[\p{L}\p{N}&'’.-]*(?: [\p{Lu}\p{N}&][\p{L}\p{N}&'’.-]*)*)"
        + @"|(?:^|[\s,،])(?<of>של|מבית|מאת|من)\s(?:חברת|חנות|מותג|רשת|شركة|متجر|علامة)\s(?<name>[\p{L}\p{M}]+(?: [\p{L}\p{M}]+)?)(?=$|[,.،])"
        + @"|^(?<name>(?:ร้าน|คาเฟ่|โรงแรม|บริษัท|แบรนด์)[\p{L}\p{M}]{2,24}?)(?=ที่|ใน(?!ท)|\s|[,.]|$)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Company();

    /// <summary>"fietsen van Gazellio"</summary>
    [GeneratedRegex(@"\p{Ll} (?:van|från|av|fra|od|marki) (?:het merk |merk )?(?<name>\p{Lu}[\p{L}\p{N}&]+(?: \p{Lu}[\p{L}\p{N}]+)*)", RegexOptions.CultureInvariant)]
    private static partial Regex Maker();

    [GeneratedRegex(@"لمدة \d+ ثانية|(?:של )?\b\d+ שניות\b|\d+\s?วินาที|\b\d+[ -]?(?:seconden|sekunder|sekund\p{L}*|sek|sec|сек\p{L}*|saniye\p{L}*|secunde|másodperc\p{L}*|sekunti\p{L}*|giây|detik|δευτερολέπτων|ثانية|שניות|सेकंड|วินาที)\b(?:ую|ный|ного)?", Options)]
    private static partial Regex Duration();

    [GeneratedRegex(@"^(?:реклам\p{L}*|рекламный ролик|reclame|advertentie|reklama|reklam|إعلان|פרסומת|โฆษณา)\s(?:(?:для|о|про|voor|over|dla|för|عن|על)\s)?|^(?:создай(?:те)?|сделай(?:те)?|створи(?:ть|іть)?|зроби(?:ть|іть)?|maak|creëer|skapa|gör|lav|lag|opret|stwórz|zrób|przygotuj|vytvoř(?:te)?|udělej|készíts|csinálj|creează|fă|luo|tee|tạo|buat(?:kan)?|δημιούργησε|φτιάξε|napravi|izradi|crea|أنشئ|اصنع|صمم|اعمل|צור|צרו|הכן|(?:สร้าง|ทำ)(?=\p{L}))(?:\s|(?<=สร้าง|ทำ)).{0,50}?(?:реклам\p{L}*|видео\p{L}*|відео\p{L}*|ролик\p{L}*|advertentie|reclame\p{L}*|video\p{L}*|annons\p{L}*|reklam\p{L}*|reklám\p{L}*|reclam\p{L}*|mainos\p{L}*|quảng cáo|iklan|διαφήμιση|βίντεο|oglas\p{L}*|anunci\p{L}*|إعلان[\p{L}\p{M}]*|فيديو|פרסומת|סרטון|(?:โฆษณา|วิดีโอ)(?:สำหรับ)?)(?:\s(?:на|в|у|op|på|na|în|na|trên|di|στο|على|ב)?\s?(?:instagram|tiktok|youtube))?(?:\s+|(?<=โฆษณา|วิดีโอ|สำหรับ))(?:(?:для|о|про|об|voor|over|för|om|for|dla|o|pro|na|pentru|cho|về|untuk|tentang|για|za|per a|عن|על|עבור|สำหรับ)\s+)?", Options)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\s+(?:के लिए|का|की|के बारे में)\s(?:एक\s)?(?:\S+\s){0,3}?(?:विज्ञापन|वीडियो)\s(?:बना|तैयार)[^\s,।]*(?:\sकरें|\sदो)?|\s+(?:için|hakkında)\s.{0,40}?(?:reklam|video)\p{L}*\s+(?:oluştur|yap|hazırla|çek)\p{L}*\W*$|\s+(?:के लिए|का|की|के बारे में)\s.{0,40}?(?:विज्ञापन|वीडियो)\s.{0,10}?(?:बना|तैयार)\S*\W*$", Options)]
    private static partial Regex Tail();
}
