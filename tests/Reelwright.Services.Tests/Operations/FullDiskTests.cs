using System.Net;
using Reelwright.Services.Operations;
using Reelwright.Services.Tests.Running;
using Reelwright.Testing.Disks;

namespace Reelwright.Services.Tests.Operations;

public sealed class FullDiskTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Work_that_fills_the_disk_fails_in_words_and_the_service_goes_on()
    {
        await using var disk = await SmallDisk.TryMountAsync(kilobytes: 2048);
        Assert.SkipWhen(disk is null, SmallDisk.Needed);
        var provider = new ScriptedProvider
        {
            Script = (context, cancellationToken) => File.WriteAllBytesAsync(Path.Combine(context.Folder, "large"), new byte[3_000_000], cancellationToken),
        };
        await using var service = await TestService.StartAsync(disk.Path, provider);

        using var full = await service.PostAsync("k1");
        provider.Script = (_, _) => Task.CompletedTask;
        using var next = await service.PostAsync("k2");

        full.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await TestService.ReadAsync(full)).GetProperty("error").GetProperty("code").GetString().ShouldBe("STORAGE_FULL");
        next.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_answer_that_can_not_be_written_down_stands_until_it_can()
    {
        await using var disk = await SmallDisk.TryMountAsync(kilobytes: 1024);
        Assert.SkipWhen(disk is null, SmallDisk.Needed);
        var provider = new ScriptedProvider();
        await using var service = await TestService.StartAsync(disk.Path, provider);
        provider.Script = (_, _) =>
        {
            disk.Fill(leaveKilobytes: 0);
            return Task.CompletedTask;
        };

        using var answer = await service.PostAsync("k1");
        using var again = await service.PostAsync("k1");
        using var refused = await service.PostAsync("k2");
        var seen = await service.GetAsync("/operations?key=k1");
        disk.Free();
        await service.Get<OperationRunner>().SaveUnsavedAsync(Stop);
        var saved = await service.Get<OperationStore>().FindByKeyAsync("k1", Stop);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await again.Content.ReadAsStringAsync(Stop)).ShouldBe(await answer.Content.ReadAsStringAsync(Stop));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await TestService.ReadAsync(refused)).GetProperty("error").GetProperty("code").GetString().ShouldBe("STORAGE_FULL");
        seen.GetProperty("operation").GetProperty("status").GetString().ShouldBe("succeeded");
        saved!.Status.ShouldBe("succeeded");
        provider.Runs.ShouldBe(1);
    }
}
