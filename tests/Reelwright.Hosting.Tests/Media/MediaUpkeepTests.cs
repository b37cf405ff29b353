using Reelwright.Hosting.Tests.Running;
using Reelwright.Testing.Time;

namespace Reelwright.Hosting.Tests.Media;

public sealed class MediaUpkeepTests : IDisposable
{
    private readonly TemporaryFolder media = new();

    public void Dispose() => media.Dispose();

    [Fact]
    public async Task A_host_removes_half_written_files_at_its_start()
    {
        var incoming = Directory.CreateDirectory(media.At(".incoming")).FullName;
        var (old, young) = (Path.Combine(incoming, "old"), Path.Combine(incoming, "young"));
        await File.WriteAllTextAsync(old, "half of", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(young, "half of", TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(old, DateTime.UnixEpoch);

        await using var host = await TestHost.StartAsync(_ => { }, new() { ["MEDIA_FOLDER"] = media.Path });

        await Eventually.Within(TimeSpan.FromSeconds(20), () => !File.Exists(old), TestContext.Current.CancellationToken);
        File.Exists(young).ShouldBeTrue();
    }
}
