namespace Reelwright.PromptParser.Tests.Providers.Local;

/// <summary>What the planner takes from a prompt: product | brand | audience | place | offer | call to action or address.</summary>
public sealed class BriefTableTests
{
    [Theory]
    [InlineData("Create a 30 second Instagram ad for luxury watches", "luxury watches | - | - | - | - | -")]
    [InlineData("Make me a TikTok video about vegan dog food Waggly that keeps coats shiny", "vegan dog food | Waggly | - | - | - | -")]
    [InlineData("sneaker ad", "sneaker | - | - | - | - | -")]
    [InlineData("We are Lumen, we make smart lamps that wake you gently. From $49. Visit lumen.example.com", "smart lamps | Lumen | - | - | From $49 | lumen.example.com")]
    [InlineData("Create a 30 second Instagram ad for our banking app Pocketly, no fees, for students", "banking app | Pocketly | students | - | - | -")]
    [InlineData("SaaS: Taskflow keeps remote teams in sync, 14-day free trial", "SaaS | Taskflow | - | - | 14-day free trial | -")]
    [InlineData("Advertise noise-cancelling headphones \"SilentOne\" for commuters, 20% off until Friday", "noise-cancelling headphones | SilentOne | commuters | - | 20% off until Friday | -")]
    [InlineData("A video ad for Nordhavn, a minimalist clothing brand from Copenhagen", "minimalist clothing | Nordhavn | - | Copenhagen | - | -")]
    [InlineData("leather backpacks handmade in Florence", "leather backpacks | - | - | Florence | - | -")]
    [InlineData("CREATE AN AD FOR OUR NEW COFFEE SHOP IN SEATTLE", "coffee shop | - | - | Seattle | - | -")]
    [InlineData("organic green tea from Uji, calm and soothing, packed in tins", "organic green tea | - | - | Uji | - | -")]
    [InlineData("soft drink Fizzberry, zero sugar, real berries, for Gen Z", "soft drink | Fizzberry | Gen Z | - | - | -")]
    [InlineData("Château Morel red wine, aged 12 months in oak, for dinner parties", "red wine | Château Morel | - | - | - | -")]
    [InlineData("Big Joe's Burgers - smash burgers, open until 2am, order at bigjoes.com", "smash burgers | Big Joe's Burgers | - | - | - | bigjoes.com")]
    [InlineData("Artisan bakery in Portland with sourdough baked every morning", "artisan bakery | - | - | Portland | - | -")]
    [InlineData("perfume \"Nuit Blanche\" for women, notes of jasmine and amber", "perfume | Nuit Blanche | women | - | - | -")]
    [InlineData("vegan cosmetics brand Pureleaf, cruelty-free, refillable packaging", "vegan cosmetics | Pureleaf | - | - | - | -")]
    [InlineData("Engagement rings by Lucia Rossi", "engagement rings | Lucia Rossi | - | - | - | -")]
    [InlineData("Electric SUV Volterra X, 500 km range, made for families", "electric SUV | Volterra X | families | - | - | -")]
    [InlineData("Promote our city bicycle \"Glide\" with belt drive, only $799", "city bicycle | Glide | - | - | only $799 | -")]
    [InlineData("Real estate agency Keystone helps first-time buyers find a home in Denver", "real estate agency | Keystone | - | Denver | - | -")]
    [InlineData("indoor plants delivered to your door, easy care", "indoor plants | - | - | - | - | -")]
    [InlineData("Travel agency WanderWise: guided trips to Japan, small groups", "travel agency | WanderWise | - | - | - | -")]
    [InlineData("Fitness app FitLoop, 10 minute workouts, for busy moms", "fitness app | FitLoop | busy moms | - | - | -")]
    [InlineData("The new thriller novel \"The Last Ferry\" by Anna Holm, out on October 3rd", "thriller novel | The Last Ferry | - | - | - | -")]
    [InlineData("online Spanish course for beginners, learn in 10 minutes a day", "online Spanish course | - | beginners | - | - | -")]
    [InlineData("Invest with Finora - automated savings, no minimum, start with $1", "automated savings | Finora | - | - | start with $1 | -")]
    [InlineData("wooden toys for toddlers, made from beech, painted with water colours", "wooden toys | - | toddlers | - | - | -")]
    [InlineData("gift boxes for Christmas, free shipping over $50", "gift boxes | - | - | - | free shipping over $50 | -")]
    [InlineData("mirrorless camera Optix M2, 8K video, for vloggers", "mirrorless camera | Optix M2 | vloggers | - | - | -")]
    [InlineData("mobile game \"Dragon Rush\", play free on iOS and Android", "mobile game | Dragon Rush | - | - | - | -")]
    [InlineData("B2B tool for invoice automation, saves accountants 10 hours a week", "B2B tool | - | - | - | - | -")]
    [InlineData("charity Clean Water Now: $10 gives a child clean water for a year", "charity | Clean Water Now | - | - | - | -")]
    [InlineData("Jazz festival in Montreal, July 5-9, tickets from $25", "jazz festival | - | - | Montreal | tickets from $25 | -")]
    [InlineData("boutique hotel Belvedere in Lisbon with rooftop pool", "boutique hotel | Belvedere | - | Lisbon | - | -")]
    [InlineData("Dentist Dr. Weiss in Munich, painless treatments, evening appointments", "dentist | Dr. Weiss | - | Munich | - | -")]
    [InlineData("i want a add for my resturant, itallian food, good prices", "restaurant | - | - | - | - | -")]
    [InlineData("create add for snekers 4 kids pls", "sneakers | - | kids | - | - | -")]
    [InlineData("Our startup Greenbox delivers weekly organic vegetable boxes from local farms. The first box is half price. End with \"Order your box\".", "weekly organic vegetable boxes | Greenbox | - | - | The first box is half price | Order your box")]
    [InlineData("🍕🍕🍕🍕🍕🍕🍕🍕🍕🍕", "pizza | - | - | - | - | -")]
    [InlineData("🔥🔥🔥 sneakers 🔥🔥🔥", "sneakers | - | - | - | - | -")]
    [InlineData("A commercial for Moonbeam, the night light that helps toddlers fall asleep", "night light | Moonbeam | - | - | - | -")]
    [InlineData("Summer sale at Bloom & Co florist: 30% off all bouquets", "bouquets | Bloom & Co | - | - | 30% off | -")]
    [InlineData("BUY ONE GET ONE FREE AT PIZZA PALACE THIS FRIDAY", "pizza palace | - | - | - | buy one get one free | -")]
    [InlineData("Tesla Model 3 for rent in Los Angeles, $89 per day", "Tesla Model 3 | Tesla Model 3 | - | Los Angeles | $89 per day | -")]
    [InlineData("my etsy shop sells crochet animals", "crochet animals | - | - | - | - | -")]
    [InlineData("tutoring for high school students in math and physics, online or at home", "tutoring | - | high school students | - | - | -")]
    [InlineData("wedding photographer Anna Bell, natural light, Cornwall", "wedding photographer | Anna Bell | - | Cornwall | - | -")]
    [InlineData("Carpet cleaning service in Houston - same-day appointments, call 555-0199", "carpet cleaning service | - | - | Houston | - | 555-0199")]
    [InlineData("Crée une pub de 30 secondes pour les montres Aurum, luxe suisse", "montres | Aurum | - | - | - | -")]
    [InlineData("parfum pour homme « Minuit », notes de cuir", "parfum | Minuit | homme | - | - | -")]
    [InlineData("Publicité pour l'application Petit Budget qui aide les étudiants à économiser", "application | Petit Budget | - | - | - | -")]
    [InlineData("Erstelle einen Werbespot für die Zahnarztpraxis Dr. Weiss in München, schmerzfrei", "Zahnarztpraxis | Dr. Weiss | - | München | - | -")]
    [InlineData("Werbung für Hundefutter Waggly, vegan, 20 % Rabatt", "Hundefutter | Waggly | - | - | 20 % Rabatt | -")]
    [InlineData("E-Bike Glide für Pendler, 120 km Reichweite, ab 1999 €", "E-Bike | Glide | Pendler | - | ab 1999 € | -")]
    [InlineData("Crea un anuncio para zapatillas de running Veloz para corredores", "zapatillas de running | Veloz | corredores | - | - | -")]
    [InlineData("Cafetería La Plaza en Madrid, café de especialidad y tarta casera", "cafetería | La Plaza | - | Madrid | - | -")]
    [InlineData("Crea uno spot per il vino Terre Alte, prodotto in Toscana", "vino | Terre Alte | - | Toscana | - | -")]
    [InlineData("Gelateria artigianale a Bologna, senza coloranti, aperta fino a mezzanotte", "gelateria artigianale | - | - | Bologna | - | -")]
    [InlineData("Crie um anúncio para o aplicativo Contaí, sem taxas, para jovens", "aplicativo | Contaí | jovens | - | - | -")]
    [InlineData("京都の旅館「さくら庵」のインスタ広告を作成してください。温泉と朝食付き", "旅館 | さくら庵 | - | 京都 | - | -")]
    [InlineData("忙しい人のための銀行アプリ「ペイル」の30秒の広告を作って。手数料無料", "銀行アプリ | ペイル | 忙しい人 | - | - | -")]
    [InlineData("为我们的智能手表「晨星」制作一个30秒的广告，续航7天", "智能手表 | 晨星 | - | - | - | -")]
    [InlineData("새로운 러닝화 \"런업\" 광고 만들어줘, 가볍고 편안한", "러닝화 | 런업 | - | - | - | -")]
    public void A_brief_holds_what_the_prompt_says(string prompt, string expected)
    {
        var brief = Plans.Brief(prompt);

        string.Join(" | ", new[] { brief.Product.Phrase, brief.Brand, brief.Audience, brief.Place, brief.Offer, brief.CallToAction ?? brief.Web }.Select(part => part ?? "-"))
            .ShouldBe(expected);
    }

    [Theory]
    [InlineData("hotel Belvedere à Lisbonne avec piscine sur le toit", "en", "Belvedere", "hotel")]
    [InlineData("boutique hotel Belvedere in Lisbon with rooftop pool", "de", "Belvedere", "Hotel")]
    [InlineData("boutique hotel Belvedere in Lisbon with rooftop pool", "ja", "Belvedere", "ホテル")]
    [InlineData("Create an ad for Waggly vegan dog food", "es", "Waggly", "comida para perros")]
    public void Names_survive_another_language(string prompt, string language, string brand, string product)
    {
        var plan = Plans.Plan(prompt, options: new() { Language = language });

        plan.TextOverlays!.ShouldContain(overlay => overlay.Text == brand);
        Plans.CopyOf(plan).ShouldContain(line => line.Contains(product, StringComparison.OrdinalIgnoreCase));
    }
}
