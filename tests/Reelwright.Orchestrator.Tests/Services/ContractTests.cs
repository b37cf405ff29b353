using System.Text;
using Reelwright.Contracts.Services;
using Reelwright.Engine.Exchange;
using Reelwright.Testing.Builders;

namespace Reelwright.Orchestrator.Tests.Services;

/// <summary>What is demanded of a result, and what is passed on untouched.</summary>
public sealed class ContractTests : GatewayTest
{
    private const string Scene = """{"prompt":"A watch","duration":15}""";

    [Theory]
    [InlineData("""{"scenes":[{"prompt":"A watch","duration":30}]}""")]
    [InlineData("""{"scenes":[{"prompt":"A watch","duration":15},{"prompt":"Its dial","duration":15.5}]}""")]
    [InlineData("""{"scenes":[{"prompt":"A watch","duration":14.6},{"prompt":"Its dial","duration":15}],"visual_direction":null,"audio":7}""")]
    public async Task A_plan_needs_scenes_with_prompts_and_durations_that_sum_up_to_half_a_second(string result) =>
        (await ParseAsync(result)).ShouldBeOfType<CallOutcome.Succeeded>().Response.ShouldBe(result);

    [Theory]
    [InlineData("{}", "no array \"scenes\"")]
    [InlineData("""{"scenes":{}}""", "no array \"scenes\"")]
    [InlineData("""{"scenes":[]}""", "holds 0")]
    [InlineData("""{"scenes":["A watch"]}""", "must be an object, but is a string")]
    [InlineData("""{"scenes":[{"duration":30}]}""", "\"scenes[0].prompt\" must be a text")]
    [InlineData("""{"scenes":[{"prompt":"  ","duration":30}]}""", "\"scenes[0].prompt\" must be a text")]
    [InlineData("""{"scenes":[{"prompt":5,"duration":30}]}""", "\"scenes[0].prompt\" must be a text")]
    [InlineData("""{"scenes":[{"prompt":"A","duration":15},{"prompt":"B"}]}""", "\"scenes[1].duration\" must be a number")]
    [InlineData("""{"scenes":[{"prompt":"A","duration":"30"}]}""", "\"scenes[0].duration\" must be a number")]
    [InlineData("""{"scenes":[{"prompt":"A","duration":0}]}""", "\"scenes[0].duration\" must be above 0")]
    [InlineData("""{"scenes":[{"prompt":"A","duration":-30}]}""", "\"scenes[0].duration\" must be above 0")]
    [InlineData("""{"scenes":[{"prompt":"A","duration":1e30}]}""", "\"scenes[0].duration\" must be above 0")]
    [InlineData("""{"scenes":[{"prompt":"A","duration":1e400}]}""", "number that is too large")]
    [InlineData("""{"scenes":[{"prompt":"A","duration":30.51}]}""", "last 30.51 s together, but 30 s were asked for")]
    [InlineData("""{"scenes":[{"prompt":"A","duration":29.4}]}""", "last 29.4 s together")]
    public async Task A_plan_that_breaks_the_contract_is_refused_with_a_reason(string result, string reason)
    {
        var outcome = (await ParseAsync(result)).ShouldBeOfType<CallOutcome.Failed>();

        outcome.Error.ShouldStartWith("prompt-parser broke the contract: ");
        outcome.Error.ShouldContain(reason);
        (outcome.Retryable, outcome.Cost, outcome.Code).ShouldBe((false, 0.05m, null));
    }

    [Fact]
    public async Task A_plan_has_at_most_twelve_scenes()
    {
        var thirteen = string.Join(',', Enumerable.Repeat(Scene, 13));

        (await ParseAsync($$"""{"scenes":[{{thirteen}}]}""")).ShouldBeOfType<CallOutcome.Failed>().Error.ShouldContain("holds 13");
    }

    [Theory]
    [InlineData(ServiceNames.ImageGeneration, "image_url")]
    [InlineData(ServiceNames.VideoGeneration, "video_url")]
    [InlineData(ServiceNames.Composition, "video_url")]
    public async Task Media_need_nothing_but_an_absolute_URL(string service, string member)
    {
        (await AnswerAsync(service, $$"""{"{{member}}":"https://cdn.example/a?sig=b%2Fc"}""")).ShouldBeOfType<CallOutcome.Succeeded>();

        foreach (var value in new[] { "null", "5", "\"\"", "\"/clip.mp4\"", "\"file:///etc/passwd\"", "\"clip.mp4\"", "[\"http://a/b\"]", $"\"http://a/{new string('x', 9000)}\"" })
        {
            (await AnswerAsync(service, $$"""{"{{member}}":{{value}}}""")).ShouldBeOfType<CallOutcome.Failed>().Error.ShouldContain($"\"{member}\"");
        }

        (await AnswerAsync(service, "{}")).ShouldBeOfType<CallOutcome.Failed>().Error.ShouldContain($"no \"{member}\"");
    }

    [Theory]
    [InlineData("""{"success":true,"cost":0.25}""", "\"result\" must be an object, but is missing")]
    [InlineData("""{"success":true,"result":null,"cost":0.25}""", "\"result\" must be an object, but is null")]
    [InlineData("""{"success":true,"result":"http://a/b.mp4","cost":0.25}""", "\"result\" must be an object, but is a string")]
    [InlineData("""{"video_url":"http://a/b.mp4","cost":0.25}""", "no boolean \"success\"")]
    [InlineData("""{"success":"true","result":{"video_url":"http://a/b.mp4"},"cost":0.25}""", "no boolean \"success\"")]
    public async Task An_answer_that_is_no_envelope_is_refused_with_its_cost(string json, string reason)
    {
        var outcome = (await SendAsync(ServiceNames.VideoGeneration, 200, json)).ShouldBeOfType<CallOutcome.Failed>();

        outcome.Error.ShouldContain(reason);
        (outcome.Retryable, outcome.Cost).ShouldBe((false, 0.25m));
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("\"ok\"")]
    [InlineData("42")]
    public async Task JSON_that_is_no_object_is_refused(string json) =>
        (await SendAsync(ServiceNames.VideoGeneration, 200, json)).ShouldBeOfType<CallOutcome.Failed>().Retryable.ShouldBeFalse();

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task JSON_that_states_nothing_leaves_the_call_in_doubt(string json) =>
        (await SendAsync(ServiceNames.VideoGeneration, 200, json)).ShouldBeOfType<CallOutcome.Unknown>().Error.ShouldContain(
            "states nothing");

    [Theory]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(302)]
    public async Task A_delivery_is_kept_under_any_status(int status)
    {
        var outcome = (await SendAsync(ServiceNames.VideoGeneration, status, Clip)).ShouldBeOfType<CallOutcome.Succeeded>();

        outcome.Cost.ShouldBe(0.25m);
    }

    [Theory]
    [InlineData("""{"video_url":"http://a/b","note":"a\u0000b"}""", "NUL")]
    [InlineData("""{"video_url":"http://a/b","note":"\ud83d"}""", "surrogate")]
    [InlineData("""{"video_url":"http://a/b","\ude00":1}""", "surrogate")]
    [InlineData("""{"video_url":"http://a/\ud800"}""", "surrogate")]
    [InlineData("""{"video_url":"http://a/b","video_url":"http://c/d"}""", "twice")]
    [InlineData("""{"video_url":"http://a/b","more":[{"a":1,"\u0061":2}]}""", "twice")]
    [InlineData("""{"video_url":"http://a/b","n":-1e999}""", "too large")]
    public async Task A_result_that_no_database_can_store_is_refused_with_its_cost(string result, string reason)
    {
        var outcome = (await AnswerAsync(ServiceNames.VideoGeneration, result)).ShouldBeOfType<CallOutcome.Failed>();

        outcome.Error.ShouldContain(reason);
        outcome.Cost.ShouldBe(0.05m);
    }

    [Theory]
    [InlineData("""{"\ud800":1,"success":true,"result":{"video_url":"http://a/b"},"cost":0.05}""")]
    [InlineData("""{"s\ud800":1,"success":true,"result":{"video_url":"http://a/b"},"cost":0.05,"provider":"\udfff"}""")]
    public async Task Odd_members_around_the_result_are_ignored(string json) =>
        (await SendAsync(ServiceNames.VideoGeneration, 200, json)).ShouldBeOfType<CallOutcome.Succeeded>().Provider.ShouldBeNull();

    [Theory]
    [InlineData(30)]
    [InlineData(62)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(500_000)]
    public async Task Deep_nesting_is_refused_with_its_cost(int depth)
    {
        var deep = new string('[', depth) + new string(']', depth);

        var outcome = (await AnswerAsync(ServiceNames.VideoGeneration, $$"""{"video_url":"http://a/b","deep":{{deep}}}""")).ShouldBeOfType<CallOutcome.Failed>();

        outcome.Error.ShouldContain("nested deeper than 20 levels");
        outcome.Cost.ShouldBe(0.05m);
    }

    [Fact]
    public async Task The_result_is_passed_on_byte_by_byte()
    {
        const string result = """
            { "video_url" :"http://a/b?sig=x%2Fy&z=1",  "x_score":1.50, "x_text":"caf\u00e9 \/ \ud83d\ude00 日本", "x_list":[ 1 , 2.0, 1e2 ],
              "x_null":null, "x_object":{"b":1,"a":2} }
            """;

        (await AnswerAsync(ServiceNames.VideoGeneration, result)).ShouldBeOfType<CallOutcome.Succeeded>().Response.ShouldBe(result);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("text/html; charset=utf-8")]
    [InlineData("application/octet-stream")]
    public async Task A_delivery_is_kept_under_any_label(string type)
    {
        await using var service = ScriptedService.Writing(ScriptedService.Head(Clip.Length, type) + Clip);

        (await SendClipAsync(service)).ShouldBeOfType<CallOutcome.Succeeded>().Cost.ShouldBe(0.25m);
    }

    [Fact]
    public async Task A_byte_order_mark_and_a_provider_are_understood()
    {
        var outcome = await SendAsync(ServiceNames.VideoGeneration, 200, "\uFEFF" + Clip[..^1] + ",\"provider\":\"runway\"}");

        var succeeded = outcome.ShouldBeOfType<CallOutcome.Succeeded>();
        succeeded.Provider.ShouldBe("runway");
    }

    [Fact]
    public async Task The_body_goes_out_byte_by_byte()
    {
        const string request = """{ "scene_prompt":"caf\u00e9 日本 😀",  "duration":7.50, "x":[1.0] }""";
        await using var service = ScriptedService.Answering(200, Clip);

        await service.Gateway.SendAsync(Calls.To(ServiceNames.VideoGeneration) with { Request = request }, Token);

        service.CallsReceived.Single().Body.ShouldBe(Encoding.UTF8.GetBytes(request));
    }

    private static Task<CallOutcome> ParseAsync(string result) => AnswerAsync(ServiceNames.PromptParser, result);

    private static Task<CallOutcome> AnswerAsync(string service, string result) =>
        SendAsync(service, 200, $$"""{"success":true,"result":{{result}},"cost":0.05,"processing_time":1.2}""");
}
