using Reelwright.Contracts.Services;
using Reelwright.Services.Providers;
using Reelwright.Services.Work;

namespace Reelwright.Testing.Crashes;

/// <summary>
/// A provider with crash points within its work, seen by what grows in the folder of that work, and one at its end: what it made is in the
/// media store, and the operation is not settled yet.
/// </summary>
internal sealed class CrashingProvider<TRequest, TResult>(IProvider<TRequest, TResult> provider, CrashPoint point) : IProvider<TRequest, TResult>
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(1);

    public ProviderInfo Info => provider.Info;

    public Task<string?> FindFaultAsync(CancellationToken cancellationToken) => provider.FindFaultAsync(cancellationToken);

    public async Task<ProviderAnswer<TResult>> GenerateAsync(TRequest request, WorkContext context, CancellationToken cancellationToken)
    {
        var work = provider.GenerateAsync(request, context, cancellationToken);
        while (!work.IsCompleted && point.Name is CrashPoint.WhileDownloading or CrashPoint.MidComposition)
        {
            if (HasGrown(context.Folder, "clip-*") || HasGrown(context.Folder, "reference"))
            {
                point.Reach(CrashPoint.WhileDownloading);
            }

            if (HasGrown(context.Folder, ".film.mp4.*.partial"))
            {
                point.Reach(CrashPoint.MidComposition);
            }

            await Task.Delay(Glance, TimeProvider.System, cancellationToken);
        }

        var answer = await work;
        point.Reach(CrashPoint.AfterFile);
        return answer;
    }

    private static bool HasGrown(string folder, string name) =>
        Directory.Exists(folder) && new DirectoryInfo(folder).EnumerateFiles(name).Any(file => file.Length > 0);
}
