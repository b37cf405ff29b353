namespace Reelwright.PromptParser.Providers.Local.Copy;

/// <summary>"Discover now" in languages that have no bank of their own.</summary>
internal static class PlainButtons
{
    public static string? Of(string language) => language switch
    {
        "nl" => "Ontdek nu",
        "sv" => "Upptäck nu",
        "da" => "Opdag nu",
        "nb" or "no" or "nn" => "Oppdag nå",
        "fi" => "Tutustu nyt",
        "pl" => "Odkryj teraz",
        "cs" => "Objevte nyní",
        "sk" => "Objavte teraz",
        "hu" => "Fedezze fel",
        "ro" => "Descoperă acum",
        "hr" => "Otkrijte sada",
        "tr" => "Hemen keşfet",
        "el" => "Ανακαλύψτε τώρα",
        "ru" => "Узнать больше",
        "uk" => "Дізнатися більше",
        "ar" => "اكتشف الآن",
        "he" => "גלו עכשיו",
        "hi" => "अभी देखें",
        "th" => "ดูเพิ่มเติม",
        "vi" => "Khám phá ngay",
        "id" or "ms" => "Coba sekarang",
        "ca" => "Descobreix-ho",
        _ => null,
    };
}
