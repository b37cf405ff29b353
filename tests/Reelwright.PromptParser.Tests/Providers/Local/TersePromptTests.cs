using Reelwright.PromptParser.Providers.Local.Understanding;

namespace Reelwright.PromptParser.Tests.Providers.Local;

/// <summary>Prompts without a request and almost without small words: what they sell betrays their language.</summary>
public sealed class TersePromptTests
{
    [Theory]
    [InlineData("Matratze Traumwolke, 100 Nächte Probeschlafen, ab 399 €, kostenloser Versand", "de")]
    [InlineData("Hundefutter Bello, ohne Getreide, Versand gratis", "de")]
    [InlineData("Elektrische fiets Zoef, 100 km bereik", "nl")]
    [InlineData("Scarpe da corsa Lampo, leggere, 79 euro", "it")]
    [InlineData("Boulangerie artisanale Le Fournil, pain bio, ouvert dimanche", "fr")]
    [InlineData("Vélo électrique Zéphyr, autonomie 80 km, à partir de 1 499 €, livraison offerte", "fr")]
    [InlineData("Running shoes Volt, 79 euro", "en")]
    [InlineData("Pizzeria Napoli in Brooklyn, wood-fired, open late", "en")]
    [InlineData("Gelato bar Dolce Neve, twelve flavours, open until ten", "en")]
    [InlineData("Volt, 79 euro", "en")]
    public void The_product_speaks_for_its_language(string prompt, string language) => LanguageDetector.Detect(prompt).ShouldBe(language);
}
