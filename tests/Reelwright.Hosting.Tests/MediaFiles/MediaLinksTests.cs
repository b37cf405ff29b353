using Microsoft.Extensions.Options;
using Reelwright.Hosting.Tests.Running;
using Reelwright.MediaFiles;
using Reelwright.MediaFiles.Links;

namespace Reelwright.Hosting.Tests.MediaFiles;

public sealed class MediaLinksTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly MediaKey Key = MediaKey.Parse("jobs/j/film.mp4");

    private readonly ManualTime time = new(Now);
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_signed_url_verifies_until_it_expires()
    {
        var links = Links();
        var url = links.Sign(Key, TimeSpan.FromMinutes(15));

        links.TryVerify(url, acceptExpired: false, out var key).ShouldBeTrue();
        key.ShouldBe(Key);

        time.Now = Now.AddMinutes(15);
        links.TryVerify(url, acceptExpired: false, out _).ShouldBeTrue();
        time.Now = Now.AddMinutes(15).AddSeconds(1);
        links.TryVerify(url, acceptExpired: false, out _).ShouldBeFalse();
        links.TryVerify(url, acceptExpired: true, out _).ShouldBeTrue();
    }

    [Fact]
    public void Users_get_minutes_and_services_a_day()
    {
        var links = Links();

        links.ForUser(Key).ShouldStartWith($"http://127.0.0.1:8000/media/jobs/j/film.mp4?expires={Now.AddMinutes(15).ToUnixTimeSeconds()}&signature=");
        links.ForService(Key).ShouldContain($"expires={Now.AddHours(24).ToUnixTimeSeconds()}&");
    }

    [Fact]
    public void A_changed_url_is_not_ours_even_when_expiry_does_not_matter()
    {
        var links = Links();
        var url = links.ForUser(Key);
        var signature = url[(url.IndexOf("signature=", StringComparison.Ordinal) + 10)..];

        string[] changed =
        [
            url.Replace("film", "other", StringComparison.Ordinal),
            url.Replace("expires=1", "expires=2", StringComparison.Ordinal),
            url.Replace(signature, signature[..^1], StringComparison.Ordinal),
            url.Replace(signature, string.Empty, StringComparison.Ordinal),
            url.Replace(signature, new string('A', signature.Length), StringComparison.Ordinal),
            url.Replace("&signature", "&Signature", StringComparison.Ordinal),
            url[..url.IndexOf('?', StringComparison.Ordinal)],
        ];
        foreach (var forged in changed)
        {
            links.TryVerify(forged, acceptExpired: true, out _).ShouldBeFalse(forged);
        }
    }

    [Theory]
    [InlineData("http://127.0.0.1:8000/media/jobs/j/film.mp4?expires=1&signature=x", true)]
    [InlineData("HTTP://127.0.0.1:8000/media/jobs/j/film.mp4", true)]
    [InlineData("https://127.0.0.1:8000/media/jobs/j/film.mp4", false)]
    [InlineData("http://127.0.0.1:8001/media/jobs/j/film.mp4", false)]
    [InlineData("http://127.0.0.1:8000/medium/jobs/j/film.mp4", false)]
    [InlineData("http://127.0.0.1:8000/media/../secret", false)]
    [InlineData("http://127.0.0.1:8000/media/%2e%2e/secret", false)]
    [InlineData("http://user@127.0.0.1:8000/media/jobs/j/film.mp4", false)]
    [InlineData("http://127.0.0.1:8000.evil.example/media/jobs/j/film.mp4", false)]
    [InlineData("http://127.0.0.1:8000/media/", false)]
    [InlineData("/media/jobs/j/film.mp4", false)]
    [InlineData(null, false)]
    public void A_url_is_ours_by_its_address(string? url, bool ours) => Links().TryGetKey(url, out _).ShouldBe(ours);

    [Fact]
    public void A_url_signed_under_a_former_address_is_still_accepted()
    {
        var url = Links().ForService(Key);
        var moved = Links(null, "http://127.0.0.1:9000/media");

        moved.TryGetKey(url, out var key).ShouldBeTrue();
        key.ShouldBe(Key);
        moved.TryVerify(url, acceptExpired: false, out _).ShouldBeTrue();
        moved.TryGetKey(url[..^1], out _).ShouldBeFalse();
        moved.TryGetKey("http://127.0.0.1:8000/media/jobs/j/film.mp4", out _).ShouldBeFalse();
    }

    [Fact]
    public void Processes_of_one_installation_agree_on_a_key_that_only_its_owner_can_read()
    {
        var url = Links().ForUser(Key);

        Links().TryVerify(url, acceptExpired: false, out _).ShouldBeTrue();
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(folder.At("key")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task The_first_process_creates_the_key()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(Links)));

        var url = all[0].ForUser(Key);
        all.Count(links => links.TryVerify(url, acceptExpired: false, out _)).ShouldBe(16);
        Directory.GetFiles(folder.Path).Length.ShouldBe(1);
    }

    [Fact]
    public void A_configured_key_is_used_and_no_file_is_written()
    {
        var url = Links("a secret of more than thirty-two characters").ForUser(Key);

        Links("another secret of more than thirty-two characters").TryVerify(url, acceptExpired: true, out _).ShouldBeFalse();
        Directory.GetFiles(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public void A_damaged_key_file_is_named_with_its_cure()
    {
        File.WriteAllBytes(folder.At("key"), [1, 2, 3]);

        Should.Throw<MediaSetupException>(() => Links()).Message.ShouldContain("delete it");
    }

    private MediaLinks Links() => Links(null);

    private MediaLinks Links(string? secret, string url = "http://127.0.0.1:8000/media") =>
        new(Options.Create(new MediaFilesOptions { Url = url, SigningKey = secret, SigningKeyFile = folder.At("key") }), time);
}
