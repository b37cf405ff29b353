using System.Net;
using System.Text.Json;
using Reelwright.Contracts.Json;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Store;
using Reelwright.Orchestrator.Production;

namespace Reelwright.Orchestrator.Tests.Results;

public sealed class JobViewTests(SharedApi shared) : IClassFixture<SharedApi>
{
    private readonly ApiHost api = shared.Api;

    [Fact]
    public async Task A_new_job_has_every_member_and_null_where_nothing_is()
    {
        var job = await JobDriver.CreateAsync(api);

        var text = await api.Client.GetStringAsync(job.Path);

        var createdAt = JsonDocument.Parse(text).RootElement.GetProperty("created_at").GetString()!;
        createdAt.ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$");
        text.ShouldBe(
            $$$"""{"job_id":"{{{job.Id}}}","status":"queued","progress":{"current_stage":null,"stages_completed":[],"""
            + """ "stages_remaining":["prompt_parsing","image_generation","video_generation","composition"],"percentage":0},""".TrimStart()
            + """ "cost":{"prompt_parsing":0.00,"image_generation":0.00,"video_generation":0.00,"composition":0.00,"total":0.00},""".TrimStart()
            + $$$""" "result":null,"error":null,"created_at":"{{{createdAt}}}","updated_at":"{{{createdAt}}}","completed_at":null,"failed_at":null,"cancelled_at":null,""".TrimStart()
            + """ "request":{"prompt":"An ad for luxury watches","duration":30,"aspect_ratio":"9:16","brand_guidelines":{},"options":{},"metadata":{},"max_cost_usd":null,"priority":5,"cache":true,"variants":["1:1"]},""".TrimStart()
            + """ "assets":{"plan":null,"reference_image_url":null,"clips":[]},"parent_job_id":null,"warnings":[],"in_doubt_usd":0.00}""".TrimStart());
    }

    [Fact]
    public async Task The_shape_is_the_contract_s_whatever_the_job_has_come_to()
    {
        var completed = await JobDriver.CreateAsync(api);
        await completed.CompleteAsync();
        var failed = await JobDriver.CreateAsync(api);
        await failed.EndAsync(JobState.Failed, Failure);

        foreach (var path in new[] { completed.Path, failed.Path })
        {
            var text = await api.Client.GetStringAsync(path);
            var view = JsonSerializer.Deserialize(text, WireJson.Wire.JobView)!;

            Shape(JsonSerializer.Serialize(view, WireJson.Wire.JobView)).ShouldBe(Shape(text));
        }
    }

    [Fact]
    public async Task A_completed_job_tells_its_stage_and_cost_and_keeps_nothing_back()
    {
        var job = await JobDriver.CreateAsync(api);
        await job.CompleteAsync();

        var view = await api.GetJsonAsync(job.Path);

        view.GetProperty("status").GetString().ShouldBe("completed");
        view.GetProperty("progress").GetProperty("current_stage").GetString().ShouldBe("completed");
        view.GetProperty("progress").GetProperty("stages_remaining").GetArrayLength().ShouldBe(0);
        view.GetProperty("progress").GetProperty("percentage").GetInt32().ShouldBe(100);
        view.GetProperty("cost").GetRawText()
            .ShouldBe("""{"prompt_parsing":0.05,"image_generation":0.00,"video_generation":0.00,"composition":0.00,"total":0.05}""");
        view.GetProperty("completed_at").ValueKind.ShouldBe(JsonValueKind.String);
        view.GetProperty("error").ValueKind.ShouldBe(JsonValueKind.Null);
        JsonSerializer.Deserialize(view.GetProperty("result"), WireJson.Wire.JobResult)!.FileSizeMb.ShouldBe(12.5m);
    }

    [Fact]
    public async Task Warnings_are_listed_once_however_many_calls_gave_them()
    {
        var job = await JobDriver.CreateAsync(api);
        await job.StepAsync(step => step with
        {
            Events =
            [
                JobEvents.Warning("LOGO_LEFT_OUT", "The logo was left out.", StageNames.Composition, null, 0),
                JobEvents.Warning("LOGO_LEFT_OUT", "The logo was left out.", StageNames.Composition, null, 1),
                JobEvents.Warning("TEXT_CUT", "A text was cut.", StageNames.Composition, 2, 1),
            ],
        });

        (await api.GetJsonAsync(job.Path)).GetProperty("warnings").GetRawText().ShouldBe(
            """[{"code":"LOGO_LEFT_OUT","message":"The logo was left out.","stage":"composition","scene":null},"""
            + """{"code":"TEXT_CUT","message":"A text was cut.","stage":"composition","scene":2}]""");
    }

    [Fact]
    public async Task Our_own_media_are_signed_when_read_and_others_URLs_pass_untouched()
    {
        var job = await JobDriver.CreateAsync(api);
        await job.CompleteAsync();

        var view = await api.GetJsonAsync(job.Path);

        var assets = view.GetProperty("assets");
        string[] ours =
        [
            view.GetProperty("result").GetProperty("video_url").GetString()!,
            view.GetProperty("result").GetProperty("variants")[0].GetProperty("video_url").GetString()!,
            assets.GetProperty("reference_image_url").GetString()!,
            assets.GetProperty("clips")[0].GetProperty("video_url").GetString()!,
        ];
        ours.ShouldAllBe(url => url.StartsWith("http", StringComparison.Ordinal) && url.Contains($"/media/jobs/{job.Id}/") && url.Contains("signature="));
        assets.GetProperty("clips")[1].GetProperty("video_url").GetString().ShouldBe("https://cdn.test/c.mp4?a=1&b=2");
    }

    [Fact]
    public async Task The_plan_passes_exactly_as_the_parser_wrote_it()
    {
        var job = await JobDriver.CreateAsync(api);
        await job.CompleteAsync();

        (await api.GetJsonAsync(job.Path)).GetProperty("assets").GetProperty("plan").GetRawText()
            .ShouldBe("""{"scenes": [{"prompt": "media:looks/like/ours", "duration": 30.0}], "extra": {"kept": 1e2}}""");
    }

    [Fact]
    public async Task A_failed_job_says_where_why_and_keeps_its_percentage()
    {
        var job = await JobDriver.CreateAsync(api);
        await job.StepAsync(step => step with
        {
            Progress = new StageProgress(StageNames.VideoGeneration, [StageNames.PromptParsing, StageNames.ImageGeneration], 60),
        });
        await job.EndAsync(JobState.Failed, Failure);

        var view = await api.GetJsonAsync(job.Path);

        view.GetProperty("error").GetRawText().ShouldBe(
            """{"code":"VIDEO_GENERATION_FAILED","message":"Video generation service failed after 3 attempts","failed_stage":"video_generation","details":{"service":"video-generation","attempts":3,"last_error":"429 Too Many Requests","scene":2}}""");
        view.GetProperty("progress").GetRawText().ShouldBe(
            """{"current_stage":"video_generation","stages_completed":["prompt_parsing","image_generation"],"stages_remaining":["video_generation","composition"],"percentage":60}""");
        view.GetProperty("failed_at").ValueKind.ShouldBe(JsonValueKind.String);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/events")]
    [InlineData("/calls")]
    public async Task A_job_of_somebody_else_does_not_exist(string call)
    {
        var job = await JobDriver.CreateAsync(api, owner: "somebody-else");

        var problem = await (await api.Client.GetAsync(job.Path + call)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "NOT_FOUND");
        problem.GetProperty("detail").GetString().ShouldBe($"There is no job {job.Id}.");
    }

    [Theory]
    [InlineData("/api/v1/jobs/nonsense")]
    [InlineData("/api/v1/jobs/550e8400e29b41d4a716446655440000")]
    [InlineData("/api/v1/jobs/%F0%9F%8E%AC")]
    [InlineData("/api/v1/jobs/nonsense/events")]
    [InlineData("/api/v1/jobs/nonsense/calls")]
    public async Task What_is_no_job_id_is_said_to_be_none(string path)
    {
        var problem = await (await api.Client.GetAsync(path)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "NOT_FOUND");

        problem.GetProperty("detail").GetString()!.ShouldStartWith("That is not a job id.");
    }

    [Fact]
    public async Task The_ledger_shows_each_call_and_what_is_settled_and_reserved()
    {
        var job = await JobDriver.CreateAsync(api);
        var parse = job.Call(StageNames.PromptParsing, "prompt-parser");
        var clip = job.Call(StageNames.VideoGeneration, "video-generation", index: 2, estimate: 0.4m);
        await job.StepAsync(step => step with { Intents = [parse, clip] });
        await job.StepAsync(step => step with
        {
            Updates =
            [
                parse with
                {
                    State = Engine.Ledger.CallState.Succeeded,
                    Cost = 0.0004m,
                    CostSource = "reported",
                    Provider = "local",
                    Response = "{}",
                    Attempts = 1,
                    SettledAt = TimeProvider.System.GetUtcNow(),
                },
            ],
        });

        var calls = JsonSerializer.Deserialize(await api.Client.GetStringAsync(job.Path + "/calls"), WireJson.Wire.CallsView)!;

        calls.JobId.ShouldBe(job.Id.Value);
        calls.SettledUsd.ShouldBe(0.0004m);
        calls.ReservedUsd.ShouldBe(0.4m);
        calls.Items.Select(call => (call.Stage, call.Index, call.Status, call.CostUsd, call.Provider)).ShouldBe(
            [("prompt_parsing", 0, "succeeded", 0.0004m, "local"), ("video_generation", 2, "intent", null, null)]);
        calls.Items[0].IdempotencyKey.ShouldBe(parse.IdempotencyKey);
    }

    private static JobFailure Failure => new()
    {
        Code = "VIDEO_GENERATION_FAILED",
        Message = "Video generation service failed after 3 attempts",
        Stage = StageNames.VideoGeneration,
        Service = "video-generation",
        Attempts = 3,
        LastError = "429 Too Many Requests",
        Index = 2,
    };

    // Same JSON in the same order, whatever the white space and escapes.
    private static string Shape(string json) => JsonSerializer.Serialize(JsonDocument.Parse(json).RootElement);
}
