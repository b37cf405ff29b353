using Reelwright.PromptParser.Providers.Local.Understanding;

namespace Reelwright.PromptParser.Tests.Providers.Local;

public sealed class UnderstandingTests
{
    [Theory]
    [InlineData("Create a 30 second Instagram ad for luxury watches", "luxury watches", "watch", "en")]
    [InlineData("a cosy coffee roastery, single origin beans, delivered in 24 hours", "cosy coffee roastery", "coffee", "en")]
    [InlineData("a lightweight running shoe", "lightweight running shoe", "shoe", "en")]
    [InlineData("a banking app with no fees for students", "banking app", "finance", "en")]
    [InlineData("Crée une pub Instagram pour une boulangerie artisanale à Lyon, croissants au beurre tous les matins", "boulangerie artisanale", "bakery", "fr")]
    [InlineData("新しい抹茶ラテの広告を作って", "抹茶ラテ", "tea", "ja")]
    [InlineData("Make me a TikTok video about vegan dog food that keeps coats shiny", "vegan dog food", "pet", "en")]
    [InlineData("\"Brew & Co\" cold brew coffee, 20% off your first order", "cold brew coffee", "coffee", "en")]
    [InlineData("Promo for a yoga studio in Berlin, first class free", "yoga studio", "yoga", "en")]
    [InlineData("Create a cinematic YouTube ad for an electric SUV by Volterra, made for families", "electric SUV", "car", "en")]
    [InlineData("handmade ceramic mugs", "handmade ceramic mugs", "abstract", "en")]
    [InlineData("30s ad for our project management software that keeps remote teams in sync. CTA: Book a demo", "project management software", "laptop", "en")]
    [InlineData("Nike Air Max sneakers for teenagers, bold and energetic", "sneakers", "shoe", "en")]
    [InlineData("Aurum is a Swiss luxury watch brand. Show slow macro shots, dark background.", "Swiss luxury watches", "watch", "en")]
    [InlineData("Can you make a video ad for my handmade jewelry store on Etsy?", "handmade jewelry store", "jewellery", "en")]
    [InlineData("Black Friday sale: 50% off all sneakers", "sneakers", "shoe", "en")]
    [InlineData("Promote our new album \"Midnight Rivers\" by The Hollow Pines", "album", "headphones", "en")]
    [InlineData("Advertise a bike rental service in Amsterdam for tourists", "bike rental service", "bicycle", "en")]
    [InlineData("a subscription box of natural wines from small producers", "natural wines", "wine", "en")]
    [InlineData("Product: oat milk. Audience: baristas. Tone: playful", "oat milk", "milk", "en")]
    [InlineData("Create a sneaker ad for teenagers", "sneaker", "shoe", "en")]
    [InlineData("Luxury watch commercial for Instagram", "luxury watch", "watch", "en")]
    [InlineData("Board game night café", "board game night café", "toy", "en")]
    [InlineData("Erstelle einen 30-sekündigen Werbespot für ein E-Bike für Pendler", "E-Bike", "bicycle", "de")]
    [InlineData("Erstelle einen Werbespot für eine Banking-App ohne Gebühren für Studierende", "Banking-App", "finance", "de")]
    [InlineData("Crea un anuncio de 30 segundos para una cafetería en Madrid con café de especialidad", "cafetería", "coffee", "es")]
    [InlineData("Crea uno spot per una pizzeria a Napoli, forno a legna, consegna gratuita", "pizzeria", "pizza", "it")]
    [InlineData("Crie um anúncio para o Instagram de uma loja de sapatos artesanais em Lisboa", "loja de sapatos artesanais", "shoe", "pt")]
    [InlineData("为一家北京的咖啡馆制作一个30秒的广告，手冲咖啡，安静的氛围", "咖啡馆", "coffee", "zh")]
    [InlineData("请制作一个关于智能手表的广告", "智能手表", "smartwatch", "zh")]
    [InlineData("서울에 있는 작은 베이커리의 인스타그램 광고를 만들어줘", "작은 베이커리", "bakery", "ko")]
    [InlineData("새로운 말차 라떼 광고 만들어줘", "말차 라떼", "tea", "ko")]
    [InlineData("忙しい人のための銀行アプリの30秒の広告を作って。手数料無料", "銀行アプリ", "finance", "ja")]
    public void The_product_its_motif_and_the_language_are_found(string prompt, string product, string motif, string language)
    {
        var brief = Plans.Brief(prompt);

        brief.Product.Phrase.ShouldBe(product);
        brief.Motif.ShouldBe(motif);
        brief.Language.ShouldBe(language);
    }

    [Theory]
    [InlineData("a warm wool sweater from Ireland", "apparel")]
    [InlineData("Instagram ad for our streetwear hoodies", "apparel")]
    [InlineData("children's clothing made of organic cotton", "apparel")]
    [InlineData("Crée une pub pour une marque de vêtements", "apparel")]
    [InlineData("polarised sunglasses for the beach", "abstract")]
    [InlineData("grocery delivery in 20 minutes", "grocery")]
    [InlineData("an organic vegetable box every Friday", "grocery")]
    [InlineData("Werbespot für einen Supermarkt in Berlin", "grocery")]
    [InlineData("dark chocolate from Ecuador", "chocolate")]
    [InlineData("a new puzzle game for mobile", "gamepad")]
    [InlineData("Crea un anuncio para un videojuego de carreras", "gamepad")]
    [InlineData("a gaming headset with noise cancelling", "headphones")]
    [InlineData("a gaming laptop with a fast screen", "laptop")]
    [InlineData("wooden toys for toddlers", "toy")]
    [InlineData("Ein Werbespot für Holzspielzeug", "toy")]
    [InlineData("a light stroller for the city", "gift")]
    [InlineData("an electric car with a 600 km range", "car")]
    [InlineData("a folding bicycle for commuters", "bicycle")]
    [InlineData("a vet for cats and dogs", "pet")]
    public void A_trade_finds_its_picture(string prompt, string motif) => Plans.Brief(prompt).Motif.ShouldBe(motif);

    [Theory]
    [InlineData("\"Brew & Co\" cold brew coffee", "Brew & Co")]
    [InlineData("Create an ad for an electric SUV by Volterra", "Volterra")]
    [InlineData("Aurum is a Swiss luxury watch brand", "Aurum")]
    [InlineData("Nike Air Max sneakers for teenagers", "Nike Air Max")]
    [InlineData("our new hot sauce called “Dragon Tears”", "Dragon Tears")]
    [InlineData("Engagement rings by Lucia Rossi", "Lucia Rossi")]
    [InlineData("Un café torréfié chez «Le Grain»", "Le Grain")]
    [InlineData("luxury watches", null)]
    [InlineData("iPhone repair shop in Chicago", null)]
    public void The_brand_is_found(string prompt, string? brand) => Plans.Brief(prompt).Brand.ShouldBe(brand);

    [Theory]
    [InlineData("a banking app with no fees for students", "students")]
    [InlineData("eco-friendly cleaning service for busy parents", "busy parents")]
    [InlineData("Crée une pub pour des biscuits pour les gourmands", "les gourmands")]
    [InlineData("Erstelle einen Werbespot für ein E-Bike für Pendler", "Pendler")]
    [InlineData("an app to sleep better", null)]
    public void The_audience_is_found(string prompt, string? audience) => Plans.Brief(prompt).Audience.ShouldBe(audience);

    [Theory]
    [InlineData("sneakers, 20 % off", "20 % off")]
    [InlineData("headphones for commuters, -30 %", "-30 %")]
    [InlineData("organic skincare, free shipping", "free shipping")]
    [InlineData("online Spanish course, from $9.99", "from $9.99")]
    [InlineData("a CRM with a 14-day free trial", "14-day free trial")]
    [InlineData("Une appli de méditation, 7 jours d'essai gratuit", "7 jours d'essai gratuit")]
    [InlineData("Una pizzeria a Napoli, consegna gratuita", "consegna gratuita")]
    [InlineData("luxury watches", null)]
    public void The_offer_is_found_in_the_prompts_words(string prompt, string? offer) => Plans.Brief(prompt).Offer.ShouldBe(offer);

    [Theory]
    [InlineData("Create an Instagram ad for tea", "Instagram")]
    [InlineData("Make me a TikTok about tea", "TikTok")]
    [InlineData("YouTube Shorts ad for tea", "YouTube Shorts")]
    [InlineData("a cup of tea", null)]
    public void The_platform_is_found(string prompt, string? platform) => Plans.Brief(prompt).Platform.ShouldBe(platform);

    [Theory]
    [InlineData("A boutique hotel in Lisbon with a rooftop pool", "Lisbon")]
    [InlineData("Une boulangerie artisanale à Lyon", "Lyon")]
    [InlineData("京都の和菓子店のインスタ広告を作成してください", "京都")]
    [InlineData("a coat in black", null)]
    public void The_place_is_found(string prompt, string? place) => Plans.Brief(prompt).Place.ShouldBe(place);

    [Theory]
    [InlineData("project management software. CTA: Book a demo", "Book a demo")]
    [InlineData("luxury watches. End with \"Discover Aurum\"", "Discover Aurum")]
    [InlineData("luxury watches", null)]
    public void The_call_to_action_is_found(string prompt, string? callToAction) => Plans.Brief(prompt).CallToAction.ShouldBe(callToAction);

    [Fact]
    public void Features_keep_their_order_and_their_kind()
    {
        var features = Plans.Brief("a coffee roastery without queues, single origin beans, delivered in 24 hours").Features;

        features.ShouldBe([
            new Feature("no queues", FeatureKind.Without),
            new Feature("single origin beans", FeatureKind.Noun),
            new Feature("delivered in 24 hours", FeatureKind.Participle),
        ]);
    }

    [Fact]
    public void Instructions_to_the_film_maker_are_not_features() =>
        Plans.Brief("luxury watches. Use warm colours, slow motion. The tone should be elegant. Make it cinematic").Features.ShouldBeEmpty();

    [Theory]
    [InlineData("🦄🦄🦄🦄🦄🦄🦄🦄🦄🦄")]
    [InlineData("!!!!!!!!!! ??")]
    [InlineData("🫧 🪩 🫶 🪅 🫧 🪩")]
    public void A_prompt_without_a_word_gives_an_ad_for_a_surprise(string prompt)
    {
        var brief = Plans.Brief(prompt);

        (brief.Product.Phrase, brief.Brand, brief.Language).ShouldBe(("surprise", null, "en"));
        Plans.CopyOf(Plans.Plan(prompt)).ShouldAllBe(line => line.Any(char.IsLetter));
    }

    [Theory]
    [InlineData(@"{\pos(192,108)\fs120\c&H00FF00&}Bright Lights", "Bright Lights")]
    [InlineData(@"Bright Lights {\pos(192,108)\fs120\c&H00FF00&}", "Bright Lights")]
    [InlineData("Bright <b style='font-size:900px;color:red'>Lights</b>", "Bright")]
    [InlineData("Bright Lights and Company of Greater London", "Bright Lights and Company")]
    public void A_name_that_is_too_long_is_not_cut_within_its_mark_up(string name, string expected) =>
        PromptText.Shorten(name, 28).ShouldBe(expected);
}
