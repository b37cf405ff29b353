using System.Text.Json;
using Reelwright.Contracts.Ads;
using Reelwright.Orchestrator.Ads;
using Reelwright.Orchestrator.Input;

namespace Reelwright.Orchestrator.Tests.Ads;

public sealed class VariantsReaderTests
{
    private const string Allowed = "must be one of 16:9, 9:16, 1:1";

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("[\"1:1\"]", "1:1")]
    [InlineData("[\"1:1\", \"16:9\"]", "1:1", "16:9")]
    [InlineData("[\"16:9\", \"1:1\"]", "16:9", "1:1")]
    public void Other_aspect_ratios_are_taken_in_their_order(string written, params string[] variants)
    {
        var (request, errors) = Read(written);

        errors.ShouldBeEmpty();
        request!.Variants.ShouldBe(variants);
    }

    [Theory]
    [InlineData("[\"9:16\"]", "variants[0]", "is the ad's own aspect_ratio; a variant is another one")]
    [InlineData("[\"1:1\", \"1:1\"]", "variants[1]", "is given more than once")]
    [InlineData("[\"1:1\", \"4:5\"]", "variants[1]", Allowed)]
    [InlineData("[null]", "variants[0]", Allowed)]
    [InlineData("[1]", "variants[0]", Allowed)]
    [InlineData("[[\"1:1\"]]", "variants[0]", Allowed)]
    [InlineData("[\"\\ud83d\"]", "variants[0]", Allowed)]
    [InlineData("[\"1:1\", \"16:9\", \"4:5\"]", "variants", "must be a list of at most 2 aspect ratios beside the ad's own, this one has 3")]
    [InlineData("\"1:1\"", "variants", "must be a list of at most 2 aspect ratios beside the ad's own, not a string")]
    [InlineData("{\"1:1\": true}", "variants", "must be a list of at most 2 aspect ratios beside the ad's own, not an object")]
    public void Anything_else_is_named_by_its_place(string written, string field, string message)
    {
        var (request, errors) = Read(written);

        request.ShouldBeNull();
        errors.ShouldBeOnly(field, message);
    }

    [Fact]
    public void All_faulty_ones_are_named_at_once() =>
        Read("[\"9:16\", \"4:5\"]").Errors.Keys.ShouldBe(["variants[0]", "variants[1]"]);

    [Fact]
    public void An_ad_whose_own_aspect_ratio_is_wrong_is_not_compared_with() =>
        Read("[\"1:1\"]", aspectRatio: "4:5").Errors.Keys.ShouldBe(["aspect_ratio"]);

    private static (GenerateAdRequest? Request, Dictionary<string, string[]> Errors) Read(string variants, string aspectRatio = "9:16")
    {
        var errors = new InputErrors();
        var body = $$"""{"prompt": "An ad for luxury watches", "duration": 30, "aspect_ratio": "{{aspectRatio}}", "variants": {{variants}}}""";
        var request = AdRequestReader.Read(JsonDocument.Parse(body).RootElement, 10m, errors);
        return (request, errors.ToDictionary());
    }
}
