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

    [Theory]
    [InlineData("Gym Forte in Köln, ab 49 Euro im Monat", "ab 49 Euro im Monat")]
    [InlineData("Dog walker Waggly, from £12 per walk", "from £12 per walk")]
    [InlineData("Cleaning by Sparkle, €18 an hour, in Dublin", "€18 an hour")]
    [InlineData("Forfait mobile Zed, à partir de 19 € par mois", "à partir de 19 € par mois")]
    [InlineData("Vino Rioja Alta, 12 euros la botella", "12 euros la botella")]
    [InlineData("Boeketten van Bloem, vanaf €15", "vanaf €15")]
    [InlineData("Burgers at Stack, 2 for 1 on Tuesdays, downtown", "2 for 1 on Tuesdays")]
    [InlineData("Barber shop Fade Masters, new clients get 20% off", "new clients get 20% off")]
    [InlineData("Coffee for $4 in Austin", "$4")]
    public void An_offer_keeps_what_it_is_for_and_when_and_for_whom(string prompt, string offer) => OfferFinder.Find(prompt).ShouldNotBeNull().Value.Trim().ShouldBe(offer);
}
