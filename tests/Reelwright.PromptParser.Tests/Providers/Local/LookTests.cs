using Reelwright.Contracts.Ads;
using Reelwright.Contracts.Services;
using Reelwright.PromptParser.Providers.Local.Look;

namespace Reelwright.PromptParser.Tests.Providers.Local;

public sealed class LookTests
{
    [Theory]
    [InlineData("luxury watches", ArtDirections.LuxuryMinimal, "elegant")]
    [InlineData("a lightweight running shoe", ArtDirections.BoldPop, "energetic")]
    [InlineData("a banking app with no fees for students", ArtDirections.DarkTech, "tech")]
    [InlineData("Une boulangerie artisanale à Lyon", ArtDirections.NaturalOrganic, "warm")]
    [InlineData("新しい抹茶ラテの広告を作って", ArtDirections.NaturalOrganic, "calm")]
    [InlineData("Create a playful ad for luxury watches", ArtDirections.BoldPop, "playful")]
    [InlineData("a natural skincare brand, calm and soft", ArtDirections.SoftPastel, "calm")]
    public void The_manner_follows_the_words_and_the_product(string prompt, string direction, string music)
    {
        var plan = Plans.Plan(prompt);

        plan.VisualDirection!.Style.ShouldBe(direction);
        plan.Audio!.Music!.Mood.ShouldBe(music);
    }

    [Theory]
    [InlineData("إعلان لسماعات «صدى» اللاسلكية للمسافرين", "headphones")]
    [InlineData("Handgemachte Lederschuhe aus Wien", "shoe")]
    [InlineData("Werbung für unsere Herrenarmbanduhren", "watch")]
    [InlineData("Funeral home Graves & Sons, dignified farewells", "plant")]
    [InlineData("Реклама: наушники «Эхо» для путешествий", "headphones")]
    [InlineData("Реклама для магазина мебели «Дуб»", "house")]
    [InlineData("Maak een advertentie voor het speelgoed van Tuimel", "toy")]
    [InlineData("Reklama siłowni Kuźnia w Krakowie", "fitness")]
    [InlineData("Akıllı saat Nokta için reklam hazırla", "smartwatch")]
    [InlineData("פרסומת ליקב כרמים, יין אדום", "wine")]
    [InlineData("नए हेडफोन का विज्ञापन बनाएं", "headphones")]
    [InlineData("โฆษณากระเป๋าหนังทำมือ", "bag")]
    public void Trades_are_known_in_languages_that_have_no_grammar(string prompt, string motif) =>
        Plans.Plan(prompt).VisualDirection!.Motif.ShouldBe(motif);

    [Theory]
    [InlineData("luxury, minimal", ArtDirections.LuxuryMinimal)]
    [InlineData("Playful and loud", ArtDirections.BoldPop)]
    [InlineData("futuristic", ArtDirections.DarkTech)]
    [InlineData("pastel", ArtDirections.SoftPastel)]
    public void The_brands_style_wins(string style, string direction) =>
        Plans.Plan("fresh bread", brand: new BrandGuidelines { Style = style }).VisualDirection!.Style.ShouldBe(direction);

    [Fact]
    public void Brand_colours_come_first_and_the_accent_stands_out()
    {
        var palette = Plans.Plan("fresh bread", brand: new BrandGuidelines { PrimaryColor = "#0A2540", SecondaryColor = "#635BFF" }).VisualDirection!.Palette!;

        palette[0].ShouldBe("#0a2540");
        palette[1].ShouldBe("#635bff");
        Math.Abs(OkLab.FromHex(palette[2]).Lightness - OkLab.FromHex(palette[0]).Lightness).ShouldBeGreaterThan(0.25);
    }

    [Theory]
    [InlineData("#000000")]
    [InlineData("#ffffff")]
    [InlineData("#ff0000")]
    [InlineData("#00ff88")]
    [InlineData("#808080")]
    public void One_brand_colour_gets_company_that_can_be_told_apart(string primary)
    {
        var palette = Plans.Plan("fresh bread", brand: new BrandGuidelines { PrimaryColor = primary }).VisualDirection!.Palette!;

        palette[0].ShouldBe(primary);
        palette.Distinct().Count().ShouldBe(3);
        Math.Abs(OkLab.FromHex(palette[2]).Lightness - OkLab.FromHex(primary).Lightness).ShouldBeGreaterThan(0.2);
    }

    [Fact]
    public void Music_can_be_wished_for_and_switched_off()
    {
        Plans.Plan("tea for two people", options: new AdOptions { Music = "epic" }).Audio!.Music!.Mood.ShouldBe("epic");
        Plans.Plan("tea for two people", options: new AdOptions { Music = "off" }).Audio!.Music!.Mood.ShouldBe("off");
    }

    [Fact]
    public void The_voice_is_off_unless_asked_for_and_its_script_is_all_lines()
    {
        var plan = Plans.Plan("luxury watches", options: new AdOptions { Voiceover = true });

        plan.Audio!.Voiceover!.Enabled.ShouldBe(true);
        plan.Audio.Voiceover.Script.ShouldBe(string.Join(' ', plan.Scenes.Select(scene => scene.Voiceover)));
        Plans.Plan("luxury watches").Audio!.Voiceover!.Enabled.ShouldBe(false);
    }

    [Fact]
    public void Neighbouring_scenes_never_repeat_a_camera_move()
    {
        foreach (var prompt in new[] { "luxury watches", "a running shoe", "dog food", "a banking app" })
        {
            var cameras = Plans.Plan(prompt, 60).Scenes.Select(scene => scene.Camera).ToList();
            cameras.Zip(cameras.Skip(1)).ShouldAllBe(pair => pair.First != pair.Second);
        }
    }

    [Fact]
    public void Scene_prompts_are_english_whatever_the_prompt()
    {
        var plan = Plans.Plan("新しい抹茶ラテの広告を作って");

        plan.VisualDirection!.Subject.ShouldBe("a matcha latte");
        plan.Scenes.ShouldAllBe(scene => scene.Prompt.All(char.IsAscii));
    }

    [Fact]
    public void Another_length_or_shape_keeps_the_words()
    {
        var portrait = Plans.Plan(Plans.Request("a lightweight running shoe"));
        var landscape = Plans.Plan(Plans.Request("a lightweight running shoe", aspectRatio: AspectRatios.Landscape));

        landscape.Scenes.Select(scene => scene.OnScreenText).ShouldBe(portrait.Scenes.Select(scene => scene.OnScreenText));
    }
}
