using System.Buffers.Binary;
using System.Text;
using Reelwright.EndToEnd.Tests.Running;
using Reelwright.Generating;
using Reelwright.Terminal;

namespace Reelwright.EndToEnd.Tests.Generating;

/// <summary>What <c>--logo</c> accepts, judged before a server starts.</summary>
public sealed class LogoFileTests : IDisposable
{
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, 0, 40, 0, 60, 1, 1, 0x11, 0, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 3, 0xFF, 0xD9];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(null)]
    [InlineData("https://example.com/logo.png")]
    [InlineData("HTTP://example.com/logo.png")]
    [InlineData("ftp://example.com/logo.png")]
    public void A_url_is_for_the_server_to_judge(string? given) => LogoFile.Read(given).ShouldBeNull();

    [Fact]
    public void The_content_decides_what_a_file_is_whatever_its_name()
    {
        LogoFile.Read(Write("logo.txt", Png(300, 120)))!.Extension.ShouldBe(".png");
        LogoFile.Read(Write("logo", Jpeg))!.Extension.ShouldBe(".jpg");
        LogoFile.Read(Write("logo.jpeg", Webp(animated: false)))!.Extension.ShouldBe(".webp");
        LogoFile.Read(new Uri(Write("my logo.png", Png(300, 120))).AbsoluteUri)!.Content.Length.ShouldBe(Png(300, 120).Length);
    }

    [Fact]
    public void A_file_that_no_film_can_show_is_refused_with_its_name_the_reason_and_the_cure()
    {
        (string Path, string Reason)[] wrong =
        [
            (folder["missing.png"], "there is no file "),
            (folder.Path, " is a folder."),
            (" ", "the value is empty."),
            (Write("empty.png", []), "'empty.png' is empty."),
            (Write("text.png", Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'/>")), "'text.png' is not a PNG, JPEG or WebP picture"),
            (Write("large.png", [.. Png(300, 120), .. new byte[5_000_000]]), "at most 5,000,000 are accepted."),
            (Write("wide.png", Png(6001, 10)), "'wide.png' is 6001x10 pixels; at most 6000 on a side"),
            (Write("huge.png", Png(5000, 5000)), "'huge.png' is 5000x5000 pixels; at most 6000 on a side and 20 megapixels"),
            (Write("cut.png", Png(300, 120)[..^12]), "'cut.png' is cut short"),
            (Write("moving.png", Png(300, 120, "acTL")), "'moving.png' is an animated PNG"),
            (Write("moving.webp", Webp(animated: true)), "'moving.webp' is an animated WebP"),
        ];

        foreach (var (path, reason) in wrong)
        {
            var refused = Should.Throw<CommandException>(() => LogoFile.Read(path));

            refused.ExitCode.ShouldBe(ExitCodes.BadInput);
            refused.Message.ShouldStartWith("--logo: ");
            refused.Message.ShouldContain(reason);
            refused.Message.ShouldEndWith("Give a PNG, JPEG or WebP file, or the https URL of one.");
        }
    }

    [Fact]
    public async Task All_faults_are_named_at_once_and_nothing_is_started()
    {
        var said = await CommandRun.ToEndAsync(
            folder.Path, null, "generate", "An ad for a fine watch", "--data", "kept", "--aspect", "4:3", "--logo", "missing.png", "--out", "nowhere/ad.mp4");

        said.ExitCode.ShouldBe(2);
        said.Errors.Split('\n').Select(line => line.Split(' ')[0]).ShouldBe(["--aspect:", "--logo:", "--out:"]);
        Directory.Exists(folder["kept"]).ShouldBeFalse();
    }

    private string Write(string name, byte[] content)
    {
        File.WriteAllBytes(folder[name], content);
        return folder[name];
    }

    private static byte[] Png(int width, int height, params string[] chunksBeforeData)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        return
        [
            0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR", header), .. chunksBeforeData.SelectMany(kind => Chunk(kind, new byte[8])),
            .. Chunk("IDAT", new byte[20]), .. Chunk("IEND", []),
        ];
    }

    private static byte[] Chunk(string kind, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        return [.. length, .. Encoding.ASCII.GetBytes(kind), .. data, 0, 0, 0, 0];
    }

    private static byte[] Webp(bool animated) =>
        [.. "RIFF"u8, 22, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, (byte)(animated ? 2 : 0), 0, 0, 0, 0x3F, 0, 0, 0x1F, 0, 0];
}
