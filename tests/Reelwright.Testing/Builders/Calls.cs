using Reelwright.Contracts.Services;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;

namespace Reelwright.Testing.Builders;

/// <summary>Rows of the ledger with sound defaults.</summary>
public static class Calls
{
    private static readonly DateTimeOffset Created = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A call that is about to be made.</summary>
    public static LedgerCall To(string service, int index = 0)
    {
        var id = new CallId(new JobId(Guid.CreateVersion7(Created)), StageOf(service), index, 0);
        return new LedgerCall
        {
            Id = id,
            Service = service,
            IdempotencyKey = id.ToIdempotencyKey(),
            State = CallState.Intent,
            Request = RequestOf(service, index),
            Estimate = 0.10m,
            CreatedAt = Created,
        };
    }

    private static string StageOf(string service) => service switch
    {
        ServiceNames.PromptParser => "prompt_parsing",
        ServiceNames.ImageGeneration => "image_generation",
        ServiceNames.VideoGeneration => "video_generation",
        _ => "composition",
    };

    private static string RequestOf(string service, int index) => service switch
    {
        ServiceNames.PromptParser => """{"prompt":"An ad for a watch","duration":30,"aspect_ratio":"9:16"}""",
        ServiceNames.ImageGeneration => """{"prompt":"A watch on slate","aspect_ratio":"9:16"}""",
        ServiceNames.VideoGeneration => $$$"""{"scene_prompt":"Scene {{{index}}}","duration":7.5,"aspect_ratio":"9:16","scene":{"index":{{{index}}},"prompt":"Scene {{{index}}}","duration":7.5}}""",
        _ => """{"scenes":[{"video_url":"http://127.0.0.1:1/c.mp4","start_time":0,"end_time":30}],"aspect_ratio":"9:16"}""",
    };
}
