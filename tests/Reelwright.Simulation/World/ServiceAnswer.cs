using System.Globalization;
using System.Text;
using Reelwright.Contracts.Services;
using Reelwright.Simulation.Plans;

namespace Reelwright.Simulation.World;

/// <summary>What a service answers, before the wire spoils it.</summary>
internal sealed record ServiceAnswer(int Status, string Body)
{
    public string ContentType { get; init; } = "application/json";

    public string? Location { get; init; }

    public string? RetryAfter { get; init; }

    /// <summary>The connection breaks in the middle of the body.</summary>
    public bool IsCut { get; init; }

    public static ServiceAnswer NotFound { get; } = new(404, """{"detail":"Not Found"}""");

    public static ServiceAnswer Unauthorized { get; } = new(401, """{"detail":"Unauthorized"}""");

    public static ServiceAnswer Busy { get; } = new(409, """{"detail":"The first request under this key is still running"}""") { RetryAfter = "1" };

    public static ServiceAnswer Refusal(string code) =>
        new(409, $$"""{"success":false,"error":{"code":"{{code}}","message":"no","retryable":false},"cost":0}""");

    public static ServiceAnswer Running(Work work, int status) =>
        new(status, $$$"""{"operation":{"id":"{{{work.Id}}}","status":"running"}}""") { Location = status == 202 ? $"/operations/{work.Id}" : null };

    /// <summary>The envelope of work that has ended, with or without the operation around it.</summary>
    public static ServiceAnswer Ended(Work work, ServiceProfile profile, bool asOperation)
    {
        var body = new StringBuilder("{");
        if (asOperation)
        {
            var status = work.Fault == WireFault.SucceededButFailed ? "succeeded" : Word(work.State);
            body.Append("\"operation\":{\"id\":\"").Append(work.Id).Append("\",\"status\":\"").Append(status).Append("\"},");
        }

        body.Append(work.State == WorkState.Succeeded ? $"\"success\":true,\"result\":{ResultOf(work)}" : $"\"success\":false,\"error\":{ErrorOf(work)}");
        return new ServiceAnswer(200, body.Append(CostOf(work, profile)).Append('}').ToString());
    }

    private static string Word(WorkState state) => state switch
    {
        WorkState.Succeeded => "succeeded",
        WorkState.Failed => "failed",
        WorkState.Cancelled => "cancelled",
        _ => "running",
    };

    // The key in the result shows for which call the work was done.
    private static string ResultOf(Work work)
    {
        var url = $"http://media.test/{work.Provider.Host}/{work.Id}/key={work.Key}/{work.Slot.Index}";
        return work.Slot.Service switch
        {
            ServiceNames.PromptParser => $$"""{"scenes":[{"prompt":"{{url}}","duration":10}]}""",
            ServiceNames.ImageGeneration => $$"""{"image_url":"{{url}}"}""",
            _ => $$"""{"video_url":"{{url}}"}""",
        };
    }

    private static string ErrorOf(Work work) => work switch
    {
        { Fault: WireFault.SourceUnusable } => """{"code":"SOURCE_UNUSABLE","message":"the clip is cut short","retryable":false,"details":{"scene":0}}""",
        { State: WorkState.Cancelled } => """{"code":"CANCELLED","message":"stopped","retryable":true}""",
        { Fault: WireFault.WorkFailsForGood } => """{"code":"NO","message":"it can't be done","retryable":false}""",
        _ => """{"code":"BROKE","message":"it broke","retryable":true}""",
    };

    private static string CostOf(Work work, ServiceProfile profile) => profile.Costs switch
    {
        CostStyle.Number => string.Create(CultureInfo.InvariantCulture, $",\"cost\":{work.Billed}"),
        CostStyle.Text => string.Create(CultureInfo.InvariantCulture, $",\"cost\":\"{work.Billed}\""),
        CostStyle.Null => ",\"cost\":null",
        CostStyle.Negative => ",\"cost\":-0.05",
        CostStyle.Huge => ",\"cost\":123456789",
        _ => "",
    };
}
