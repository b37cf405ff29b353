using Microsoft.Extensions.Options;
using Reelwright.Hosting.Tests.Running;
using Reelwright.MediaFiles;
using Reelwright.MediaFiles.Folder;
using Reelwright.MediaFiles.Links;

namespace Reelwright.Hosting.Tests.MediaFiles;

public sealed class SigningKeyTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string KeyPath => folder.At("media-signing.key");

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(33)]
    public void A_key_of_another_length_is_damaged(int length)
    {
        File.WriteAllBytes(KeyPath, [.. Enumerable.Repeat((byte)7, length)]);

        Refusal().ShouldStartWith($"The media signing key {KeyPath} is damaged: it has {length} bytes instead of 32 random ones. Restore it from a backup");
    }

    [Fact]
    public void A_key_of_zeros_as_a_power_cut_leaves_it_is_damaged()
    {
        File.WriteAllBytes(KeyPath, new byte[32]);

        Refusal().ShouldContain("all zero");
    }

    [Fact]
    public void A_folder_in_its_place_is_refused()
    {
        Directory.CreateDirectory(KeyPath);

        Refusal().ShouldStartWith($"The media signing key {KeyPath} can't be read or created");
    }

    [Fact]
    public void A_missing_key_is_made_once()
    {
        Links();
        var first = File.ReadAllBytes(KeyPath);
        Links();

        File.ReadAllBytes(KeyPath).ShouldBe(first);
    }

    [Fact]
    public void A_media_folder_that_is_a_file_is_refused()
    {
        File.WriteAllText(folder.At("media"), "");

        Should.Throw<MediaSetupException>(() => new FolderMediaStore(folder.At("media"), TimeProvider.System))
            .Message.ShouldStartWith($"The media folder {folder.At("media")} can't be created or written");
    }

    private MediaLinks Links() => new(Options.Create(new MediaFilesOptions { SigningKeyFile = KeyPath }), TimeProvider.System);

    private string Refusal() => Should.Throw<MediaSetupException>(Links).Message;
}
