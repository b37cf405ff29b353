using Reelwright.Contracts.Services;
using Reelwright.Engine.Exchange;
using Reelwright.Engine.Ledger;
using Reelwright.Testing.Builders;

namespace Reelwright.Orchestrator.Tests.Services;

/// <summary>What the tests of the gateway share: one paid call and how it ends.</summary>
public abstract class GatewayTest
{
    protected const string Clip = """{"success":true,"result":{"video_url":"http://127.0.0.1:9/clip.mp4"},"cost":0.25}""";

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected static LedgerCall ClipCall { get; } = Calls.To(ServiceNames.VideoGeneration, 2);

    internal static Task<CallOutcome> SendClipAsync(ScriptedService service) => service.Gateway.SendAsync(ClipCall, Token);

    internal static async Task<CallOutcome> SendAsync(string service, int status, string json)
    {
        await using var scripted = ScriptedService.Answering(status, json);
        return await scripted.Gateway.SendAsync(Calls.To(service), Token);
    }
}
