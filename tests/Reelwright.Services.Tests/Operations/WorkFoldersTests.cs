using Reelwright.Services.Operations;
using Reelwright.Services.Tests.Running;

namespace Reelwright.Services.Tests.Operations;

public sealed class WorkFoldersTests : IAsyncLifetime
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly TemporaryFolder data = new();
    private TestService service = null!;
    private string root = null!;

    private WorkFolders Folders => service.Get<WorkFolders>();

    public async ValueTask InitializeAsync()
    {
        service = await TestService.StartAsync(data.Path);
        using var any = Folders.Create("any");
        root = Path.GetDirectoryName(any.Path)!;
    }

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        data.Dispose();
    }

    [Fact]
    public void Old_folders_that_nobody_uses_are_swept_and_no_others()
    {
        using var used = Folders.Create("used");
        var (old, young) = (Leave("old"), Leave("young"));
        Directory.SetLastWriteTimeUtc(used.Path, DateTime.UnixEpoch);
        Directory.SetLastWriteTimeUtc(old, DateTime.UnixEpoch);

        Folders.Sweep(Hour).ShouldBe(1);

        Directory.Exists(old).ShouldBeFalse();
        Directory.Exists(young).ShouldBeTrue();
        Directory.Exists(used.Path).ShouldBeTrue();
    }

    [Fact]
    public async Task The_next_process_removes_what_a_killed_one_left_whatever_its_age()
    {
        var left = Leave("left");
        await service.DisposeAsync();

        service = await TestService.StartAsync(data.Path);

        Directory.Exists(left).ShouldBeFalse();
    }

    [Fact]
    public void A_folder_is_gone_with_its_work()
    {
        var folder = Folders.Create("work");
        File.WriteAllText(Path.Combine(folder.Path, ".film.mp4.x.partial"), "half of");

        folder.Dispose();

        Directory.Exists(folder.Path).ShouldBeFalse();
    }

    private string Leave(string name)
    {
        var path = Directory.CreateDirectory(Path.Combine(root, name)).FullName;
        File.WriteAllText(Path.Combine(path, ".film.mp4.x.partial"), "half of");
        return path;
    }
}
