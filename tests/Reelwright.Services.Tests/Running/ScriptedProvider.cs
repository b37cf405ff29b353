using Reelwright.Contracts.Services;
using Reelwright.Services.Providers;
using Reelwright.Services.Work;

namespace Reelwright.Services.Tests.Running;

/// <summary>A provider that does what the test says, and counts.</summary>
internal sealed class ScriptedProvider : IProvider<ImageRequest, ImageResult>
{
    private int runs;

    public int Runs => runs;

    /// <summary>What a run does; by default it is done at once.</summary>
    public Func<WorkContext, CancellationToken, Task> Script { get; set; } = (_, _) => Task.CompletedTask;

    public string? Fault { get; set; }

    public ProviderInfo Info { get; } = new()
    {
        Name = "scripted",
        Model = "test-1",
        Price = new ProviderPrice { Per = "call", Usd = 0.25m },
        TypicalSeconds = 0.5,
    };

    public Task<string?> FindFaultAsync(CancellationToken cancellationToken) => Task.FromResult(Fault);

    public async Task<ProviderAnswer<ImageResult>> GenerateAsync(ImageRequest request, WorkContext context, CancellationToken cancellationToken)
    {
        var run = Interlocked.Increment(ref runs);
        await Script(context, cancellationToken);
        return new ProviderAnswer<ImageResult>(new ImageResult { ImageUrl = $"https://images.example/{run}.png" }, 0.25m);
    }
}
