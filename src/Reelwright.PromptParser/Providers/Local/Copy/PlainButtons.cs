namespace Reelwright.PromptParser.Providers.Local.Copy;

/// <summary>"Discover now" in languages that have no bank of their own.</summary>
internal static class PlainButtons
{
    public static string? Of(string language) => language switch
    {
        "sv" => "Upptäck nu",
        "da" => "Opdag nu",
        "nb" or "no" or "nn" => "Oppdag nå",
        "fi" => "Tutustu nyt",
        "cs" => "Objevte nyní",
        "sk" => "Objavte teraz",
        "hu" => "Fedezze fel",
        "ro" => "Descoperă acum",
        "hr" => "Otkrijte sada",
        "el" => "Ανακαλύψτε τώρα",
        "uk" => "Дізнатися більше",
        "vi" => "Khám phá ngay",
        "id" or "ms" => "Coba sekarang",
        "ca" => "Descobreix-ho",
        _ => null,
    };
}
