using System.Text;
using Microsoft.Extensions.Options;
using Reelwright.Engine.Jobs;
using Reelwright.MediaFiles;
using Reelwright.MediaFiles.Folder;
using Reelwright.MediaFiles.Links;
using Reelwright.Orchestrator.Production;
using Reelwright.Orchestrator.Services;

namespace Reelwright.Orchestrator.Tests.Services;

/// <summary>An image that serves two jobs is two files, so that either job can be deleted.</summary>
public sealed class ResponseMediaCopierTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("reelwright-copies-");
    private readonly FolderMediaStore media;
    private readonly MediaLinks links = new(
        Options.Create(new MediaFilesOptions { SigningKey = new string('k', 32) }), TimeProvider.System);
    private readonly ResponseMediaCopier copies;
    private readonly JobId first = JobId.New(TimeProvider.System);
    private readonly JobId second = JobId.New(TimeProvider.System);

    public ResponseMediaCopierTests()
    {
        media = new FolderMediaStore(folder.FullName, TimeProvider.System);
        copies = new ResponseMediaCopier(media, links);
    }

    private MediaKey Image => MediaKey.Parse($"jobs/{first}/images/a.png");

    [Fact]
    public async Task The_copy_outlives_the_job_that_bought_the_image_and_nothing_else_of_the_answer_changes()
    {
        await media.PutAsync(Image, new MemoryStream("picture"u8.ToArray()), CancellationToken.None);
        var answer = $$$"""{"image_url":"{{{links.ForService(Image)}}}","seed":42,"extra":{"a":[1.50]}}""";

        var copied = JsonText.Parse((await copies.CopyAsync(answer, first, second, CancellationToken.None)).ShouldNotBeNull());
        await media.DeletePrefixAsync(MediaKey.Parse($"jobs/{first}"), CancellationToken.None);

        links.TryVerify(JsonText.TextOf(copied, "image_url")!, acceptExpired: false, out var key).ShouldBeTrue();
        key.Value.ShouldBe($"jobs/{second}/images/a.png");
        await using var content = (await media.OpenAsync(key, CancellationToken.None)).ShouldNotBeNull();
        using var reader = new StreamReader(content.Content, Encoding.UTF8);
        (await reader.ReadToEndAsync(CancellationToken.None)).ShouldBe("picture");
        copied.GetProperty("seed").GetRawText().ShouldBe("42");
        copied.GetProperty("extra").GetRawText().ShouldBe("""{"a":[1.50]}""");
    }

    [Fact]
    public async Task An_image_that_no_longer_exists_is_not_copied() =>
        (await copies.CopyAsync($$"""{"image_url":"{{links.ForService(Image)}}"}""", first, second, CancellationToken.None)).ShouldBeNull();

    [Theory]
    [InlineData("""{"image_url":"https://provider.example/image.png"}""")]
    [InlineData("""{"scenes":[]}""")]
    public async Task A_response_without_a_file_of_the_store_passes_unchanged(string answer) =>
        (await copies.CopyAsync(answer, first, second, CancellationToken.None)).ShouldBe(answer);

    public void Dispose() => folder.Delete(recursive: true);
}
