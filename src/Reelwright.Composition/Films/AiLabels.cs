namespace Reelwright.Composition.Films;

/// <summary>The label "AI-generated" in the language of the film.</summary>
internal static class AiLabels
{
    private const string English = "AI-generated";

    /// <param name="language">BCP-47; null and unknown ones give English.</param>
    public static string In(string? language) => language?.Split('-')[0].ToLowerInvariant() switch
    {
        "ar" => "مُنشأ بالذكاء الاصطناعي",
        "de" => "KI-generiert",
        "es" => "Generado con IA",
        "fr" => "Généré par IA",
        "he" => "נוצר בבינה מלאכותית",
        "hi" => "एआई द्वारा निर्मित",
        "it" => "Generato con IA",
        "ja" => "AI生成",
        "ko" => "AI 생성",
        "nl" => "Gemaakt met AI",
        "pl" => "Wygenerowano przez AI",
        "pt" => "Gerado por IA",
        "ru" => "Создано ИИ",
        "th" => "สร้างด้วย AI",
        "tr" => "Yapay zekâ ile üretildi",
        "zh" => "AI 生成",
        _ => English,
    };
}
