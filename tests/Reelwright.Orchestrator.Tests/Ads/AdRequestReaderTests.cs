using System.Text;
using Reelwright.Contracts.Ads;
using Reelwright.Orchestrator.Ads;
using Reelwright.Orchestrator.Input;

namespace Reelwright.Orchestrator.Tests.Ads;

public sealed class AdRequestReaderTests
{
    private const decimal CostLimit = 10m;
    private const string Prompt = "\"prompt\": \"An ad for luxury watches\"";
    private const string Duration = "\"duration\": 30";
    private const string Aspect = "\"aspect_ratio\": \"9:16\"";

    [Fact]
    public void The_three_required_members_are_enough_and_the_rest_gets_its_defaults()
    {
        var request = Accept(Body());

        request.Prompt.ShouldBe("An ad for luxury watches");
        request.Duration.ShouldBe(30);
        request.AspectRatio.ShouldBe("9:16");
        request.BrandGuidelines.ShouldBe(new BrandGuidelines());
        request.Options.ShouldBe(new AdOptions());
        request.Metadata.ShouldBeEmpty();
        request.MaxCostUsd.ShouldBeNull();
        request.Priority.ShouldBe(5);
        request.Cache.ShouldBe(true);
        request.Variants.ShouldBeEmpty();
    }

    [Fact]
    public void Every_member_is_read()
    {
        var request = Accept(Body(
            """
            "brand_guidelines": {"primary_color": "#D4AF37", "secondary_color": "#000000", "style": "luxury, minimal", "name": "Aurelia", "logo_url": "https://x.test/l.png"},
            "options": {"language": "pt-BR", "call_to_action": "Compre já", "voiceover": true, "music": "off", "captions": "burnt_in", "ai_label": false, "preview": true},
            "metadata": {"b": "2", "a": "1"}, "max_cost_usd": 2.5, "priority": 9, "cache": false, "variants": ["16:9", "1:1"]
            """));

        request.BrandGuidelines.ShouldBe(new BrandGuidelines
        {
            PrimaryColor = "#D4AF37",
            SecondaryColor = "#000000",
            Style = "luxury, minimal",
            Name = "Aurelia",
            LogoUrl = "https://x.test/l.png",
        });
        request.Options.ShouldBe(new AdOptions
        {
            Language = "pt-BR",
            CallToAction = "Compre já",
            Voiceover = true,
            Music = "off",
            Captions = "burnt_in",
            AiLabel = false,
            Preview = true,
        });
        request.Metadata!.Select(pair => pair.Key).ShouldBe(["b", "a"]);
        request.MaxCostUsd.ShouldBe(2.5m);
        request.Priority.ShouldBe(9);
        request.Cache.ShouldBe(false);
        request.Variants.ShouldBe(["16:9", "1:1"]);
    }

    [Fact]
    public void All_faults_are_named_at_once_by_their_full_names()
    {
        var errors = Refuse(
            """
            {"prompt": "short", "duration": "30", "aspect_ratio": "4:3",
             "brand_guidelines": {"primary_color": "red", "font": "Inter", "logo_url": "ftp://x"},
             "options": {"voiceover": "yes", "tier": "best"}, "max_cost_usd": 0, "priority": 10, "cache": 1, "metadata": {"k": 5}, "review": true}
            """);

        errors.Keys.ShouldBe(
            [
                "review", "prompt", "duration", "aspect_ratio", "brand_guidelines.font", "brand_guidelines.primary_color", "brand_guidelines.logo_url",
                "options.tier", "options.voiceover", "metadata.k", "max_cost_usd", "priority", "cache",
            ],
            ignoreOrder: true);
    }

    [Theory]
    [InlineData("review", "true")]
    [InlineData("webhook_url", "\"https://x.test/hook\"")]
    [InlineData("aspectRatio", "\"9:16\"")]
    [InlineData("Prompt", "null")]
    public void A_member_that_does_not_exist_is_refused_by_name(string name, string value) =>
        Refuse(Body($"\"{name}\": {value}")).ShouldBeOnly(name, "is not a known member");

    [Theory]
    [InlineData("options", "tier")]
    [InlineData("options", "provider")]
    [InlineData("brand_guidelines", "secondaryColor")]
    public void A_nested_member_that_does_not_exist_is_refused_by_its_full_name(string parent, string name) =>
        Refuse(Body($"\"{parent}\": {{\"{name}\": \"x\"}}")).ShouldBeOnly($"{parent}.{name}", "is not a known member");

    [Theory]
    [InlineData("{ \"duration\": 30, \"aspect_ratio\": \"1:1\" }", "prompt")]
    [InlineData("{ \"prompt\": \"An ad for luxury watches\", \"aspect_ratio\": \"1:1\" }", "duration")]
    [InlineData("{ \"prompt\": \"An ad for luxury watches\", \"duration\": 30 }", "aspect_ratio")]
    [InlineData("{ \"prompt\": null, \"duration\": 30, \"aspect_ratio\": \"1:1\" }", "prompt")]
    public void A_required_member_that_is_missing_or_null_is_named(string body, string name) =>
        Refuse(body).ShouldBeOnly(name, "is required");

    [Fact]
    public void A_member_given_twice_is_refused_even_when_it_is_null_once() =>
        Refuse($$"""{"prompt": null, {{Prompt}}, {{Duration}}, {{Aspect}}}""").ShouldBeOnly("prompt", "is given more than once");

    [Fact]
    public void Metadata_keys_given_twice_are_refused() =>
        Refuse(Body("\"metadata\": {\"k\": \"1\", \"k\": \"2\"}")).ShouldBeOnly("metadata.k", "is given more than once");

    [Theory]
    [InlineData("[]", "an array")]
    [InlineData("\"text\"", "a string")]
    [InlineData("42", "a number")]
    [InlineData("null", "null")]
    public void A_body_that_is_no_object_is_refused(string body, string kind) =>
        Refuse(body).ShouldBeOnly("body", $"must be a JSON object, not {kind}");

    [Theory]
    [InlineData("brand_guidelines")]
    [InlineData("options")]
    [InlineData("metadata")]
    public void An_array_where_an_object_belongs_is_refused(string name) =>
        Refuse(Body($"\"{name}\": []")).ShouldBeOnly(name, "must be a JSON object, not an array");

    [Fact]
    public void The_prompt_is_trimmed_and_put_on_one_line() =>
        Accept(WithPrompt("  First line\\r\\nsecond\\tline\\u2028third  \\n")).Prompt.ShouldBe("First line second line third");

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    [InlineData(500, true)]
    [InlineData(501, false)]
    public void The_prompt_is_counted_in_scalar_values_not_in_utf16_units(int watches, bool accepted)
    {
        var body = WithPrompt("  " + string.Concat(Enumerable.Repeat("⌚🏃", watches)).EnumerateRunes().Take(watches).Aggregate("", (text, rune) => text + rune) + "\\n");

        (Read(body).Request is not null).ShouldBe(accepted);
    }

    [Theory]
    [InlineData("\\u0000")]
    [InlineData("\\u0007")]
    [InlineData("\\u001b[31m")]
    [InlineData("\\u007f")]
    [InlineData("\\u0009\\u000b")]
    public void A_control_character_in_a_text_is_refused(string control)
    {
        Refuse(WithPrompt("A watch ad " + control)).ShouldContainKey("prompt");
        Refuse(Body($"\"brand_guidelines\": {{\"style\": \"{control}\"}}")).ShouldContainKey("brand_guidelines.style");
        Refuse(Body($"\"metadata\": {{\"k\": \"{control}\"}}")).ShouldContainKey("metadata.k");
    }

    [Theory]
    [InlineData("\\ud83d")]
    [InlineData("\\ude00 reversed \\ud83d")]
    public void A_lone_surrogate_is_refused_wherever_it_stands(string half)
    {
        Refuse(WithPrompt("A watch ad " + half)).ShouldContainKey("prompt");
        Refuse(Body($"\"options\": {{\"music\": \"{half}\"}}")).ShouldContainKey("options.music");
        Refuse(Body($"\"metadata\": {{\"k\": \"{half}\"}}")).ShouldContainKey("metadata.k");
        Refuse(Body($"\"metadata\": {{\"{half}\": \"v\"}}")).ShouldContainKey("metadata");
        Refuse(Body($"\"{half}\": 1")).ShouldContainKey("body");
    }

    [Theory]
    [InlineData("15", 15)]
    [InlineData("60", 60)]
    [InlineData("30.0", 30)]
    [InlineData("3e1", 30)]
    public void A_whole_number_is_a_duration_however_it_is_written(string written, int seconds) =>
        Accept($$"""{{{Prompt}}, {{Aspect}}, "duration": {{written}}}""").Duration.ShouldBe(seconds);

    [Theory]
    [InlineData("14")]
    [InlineData("61")]
    [InlineData("30.5")]
    [InlineData("-30")]
    [InlineData("1e400")]
    [InlineData("99999999999999999999999999999999999999")]
    [InlineData("\"30\"")]
    [InlineData("true")]
    [InlineData("[30]")]
    [InlineData("{}")]
    public void Anything_else_is_no_duration(string written) =>
        Refuse($$"""{{{Prompt}}, {{Aspect}}, "duration": {{written}}}""")["duration"].Single().ShouldStartWith("must be a whole number from 15 to 60");

    [Theory]
    [InlineData("0.000001")]
    [InlineData("10")]
    [InlineData("9.999999")]
    [InlineData("2.50000000")]
    public void The_cost_limit_can_be_lowered_to_any_amount(string written) =>
        Accept(Body($"\"max_cost_usd\": {written}")).MaxCostUsd.ShouldBe(decimal.Parse(written, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("10.000001")]
    [InlineData("0.0000001")]
    [InlineData("1e300")]
    [InlineData("\"5\"")]
    public void The_cost_limit_cannot_be_raised_or_meaningless(string written) =>
        Refuse(Body($"\"max_cost_usd\": {written}"))["max_cost_usd"].Single().ShouldContain("at most 10.00 (the configured limit)");

    [Theory]
    [InlineData("fr", true)]
    [InlineData("pt-BR", true)]
    [InlineData("zh-Hans-CN", true)]
    [InlineData("sl-rozaj-biske", true)]
    [InlineData("de-x-goethe", true)]
    [InlineData("es-419", true)]
    [InlineData("", false)]
    [InlineData("f", false)]
    [InlineData("french!", false)]
    [InlineData("fr_FR", false)]
    [InlineData("fr-", false)]
    [InlineData("fr\\n", false)]
    public void A_language_is_a_tag_of_BCP_47(string tag, bool accepted) =>
        (Read(Body($"\"options\": {{\"language\": \"{tag}\"}}")).Request is not null).ShouldBe(accepted);

    [Theory]
    [InlineData("#12aBcF", true)]
    [InlineData("#12aBc", false)]
    [InlineData("#12aBcF0", false)]
    [InlineData("12aBcF", false)]
    [InlineData("#12aBcG", false)]
    [InlineData("#12aBcF\\n", false)]
    [InlineData("gold", false)]
    [InlineData("", false)]
    public void A_colour_is_written_as_RRGGBB(string colour, bool accepted) =>
        (Read(Body($"\"brand_guidelines\": {{\"secondary_color\": \"{colour}\"}}")).Request is not null).ShouldBe(accepted);

    [Theory]
    [InlineData("https://cdn.example.com/logo.png", true)]
    [InlineData("http://example.com", true)]
    [InlineData("//example.com/x.png", false)]
    [InlineData("/x.png", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("https://user:secret@example.com/x.png", false)]
    [InlineData("https://example.com/a b.png", false)]
    [InlineData("https://", false)]
    public void A_logo_has_an_absolute_web_address(string url, bool accepted) =>
        (Read(Body($"\"brand_guidelines\": {{\"logo_url\": \"{url}\"}}")).Request is not null).ShouldBe(accepted);

    [Theory]
    [InlineData("style", 100)]
    [InlineData("name", 60)]
    public void Texts_of_the_brand_are_bounded(string name, int max)
    {
        Accept(Body($"\"brand_guidelines\": {{\"{name}\": \"{new string('x', max)}\"}}")).ShouldNotBeNull();
        Refuse(Body($"\"brand_guidelines\": {{\"{name}\": \"{new string('x', max + 1)}\"}}"))
            .ShouldBeOnly($"brand_guidelines.{name}", $"must be a text of at most {max} characters, this one has {max + 1}");
    }

    [Fact]
    public void A_blank_optional_text_was_not_given() =>
        Accept(Body("\"brand_guidelines\": {\"style\": \"  \"}, \"options\": {\"call_to_action\": \"\"}"))
            .ShouldSatisfyAllConditions(request => request.BrandGuidelines!.Style.ShouldBeNull(), request => request.Options!.CallToAction.ShouldBeNull());

    [Fact]
    public void Metadata_is_bounded_in_pairs_keys_and_values()
    {
        static string Pairs(int count) => string.Join(", ", Enumerable.Range(0, count).Select(i => $"\"k{i}\": \"v\""));

        Accept(Body($"\"metadata\": {{{Pairs(16)}}}")).Metadata!.Count.ShouldBe(16);
        Refuse(Body($"\"metadata\": {{{Pairs(17)}}}")).ShouldBeOnly("metadata", "must have at most 16 pairs, this one has 17");
        Accept(Body($"\"metadata\": {{\"{new string('k', 64)}\": \"{new string('v', 512)}\"}}")).ShouldNotBeNull();
        Refuse(Body($"\"metadata\": {{\"{new string('k', 65)}\": \"v\"}}")).Count.ShouldBe(1);
        Refuse(Body("\"metadata\": {\"\": \"v\"}")).ShouldContainKey("metadata.");
        Refuse(Body($"\"metadata\": {{\"k\": \"{new string('v', 513)}\"}}")).ShouldContainKey("metadata.k");
        Refuse(Body("\"metadata\": {\"k\": null}")).ShouldContainKey("metadata.k");
    }

    [Fact]
    public void Thousands_of_unknown_members_do_not_make_an_answer_of_thousands_of_lines()
    {
        var body = Body(string.Join(", ", Enumerable.Range(0, 5000).Select(i => $"\"x{i}\": 0")));

        Refuse(body).Count.ShouldBe(100);
    }

    private static string Body(string more = "") => $"{{{Prompt}, {Duration}, {Aspect}{(more.Length > 0 ? ", " + more : "")}}}";

    private static string WithPrompt(string prompt) => $"{{\"prompt\": \"{prompt}\", {Duration}, {Aspect}}}";

    private static (GenerateAdRequest? Request, Dictionary<string, string[]> Errors) Read(string body)
    {
        var errors = new InputErrors();
        var root = JsonBody.Parse(Encoding.UTF8.GetBytes(body)).ShouldBeOfType<JsonBodyOutcome.Read>().Root;
        var request = AdRequestReader.Read(root, CostLimit, errors);
        (request is null).ShouldBe(errors.Any);
        return (request, errors.ToDictionary());
    }

    private static GenerateAdRequest Accept(string body)
    {
        var (request, errors) = Read(body);
        errors.ShouldBeEmpty();
        return request!;
    }

    private static Dictionary<string, string[]> Refuse(string body)
    {
        var (request, errors) = Read(body);
        request.ShouldBeNull();
        return errors;
    }
}
