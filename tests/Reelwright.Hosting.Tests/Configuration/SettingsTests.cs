using Microsoft.Extensions.Options;
using Reelwright.Hosting.Configuration;
using Reelwright.Hosting.Tests.Running;
using Reelwright.MediaFiles;

namespace Reelwright.Hosting.Tests.Configuration;

public sealed class SettingsTests
{
    [Fact]
    public async Task Known_names_reach_their_settings()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.At("token"), "a-token-from-a-file\n", TestContext.Current.CancellationToken);
        await using var host = await TestHost.StartAsync(_ => { }, new Dictionary<string, string?>
        {
            ["VIDEO_GEN_URL"] = "https://video.example/base",
            ["MEDIA_URL"] = "https://media.example/media",
            ["SERVICE_TOKEN_FILE"] = folder.At("token"),
            ["Reelwright:Services:Composition:Url"] = "http://10.0.0.4:8004/",
        });

        var services = Value<ServiceAddresses>(host);
        services.VideoGeneration.At("/clips/materialise").ToString().ShouldBe("https://video.example/base/clips/materialise");
        services.Composition.At("compose").ToString().ShouldBe("http://10.0.0.4:8004/compose");
        services.PromptParser.Url.ShouldBe("http://127.0.0.1:8001");
        Value<ServiceAccessOptions>(host).Token.ShouldBe("a-token-from-a-file");
        Value<MediaFilesOptions>(host).Url.ShouldBe("https://media.example/media");
        Value<MediaFilesOptions>(host).Folder.ShouldBe(Value<DataOptions>(host).PathOf("media"));
    }

    [Fact]
    public async Task All_wrong_settings_are_named_at_once()
    {
        var wrong = await Should.ThrowAsync<Exception>(() => TestHost.StartAsync(_ => { }, new Dictionary<string, string?>
        {
            ["Reelwright:Test:Listen"] = "nonsense",
            ["SERVICE_TOKEN"] = "short",
            ["MEDIA_URL"] = "not a url",
            ["LOG_FORMAT"] = "xml",
        }));

        var said = wrong.ToString();
        said.ShouldContain("'nonsense' is not an address");
        said.ShouldContain("Token");
        said.ShouldContain("Url");
        said.ShouldContain("Format");
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://*:0")]
    [InlineData("http://[::]:0")]
    [InlineData("http://192.168.1.5:8001")]
    public async Task A_service_does_not_listen_beyond_this_machine_without_a_token(string listen)
    {
        var refused = await Should.ThrowAsync<OptionsValidationException>(() =>
            TestHost.StartAsync(_ => { }, new Dictionary<string, string?> { ["Reelwright:Test:Listen"] = listen }));

        refused.Message.ShouldContain("Set SERVICE_TOKEN");
    }

    [Theory]
    [InlineData("http://localhost:0")]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://[::1]:0")]
    public async Task On_this_machine_it_needs_none(string listen)
    {
        await using var host = await TestHost.StartAsync(_ => { }, new Dictionary<string, string?> { ["Reelwright:Test:Listen"] = listen });

        host.Address.IsLoopback.ShouldBeTrue();
    }

    [Theory]
    [InlineData("https://127.0.0.1:0")]
    [InlineData("http://example.com:8001")]
    [InlineData("http://127.0.0.1:0/path")]
    [InlineData("127.0.0.1:8001")]
    [InlineData("http://user@127.0.0.1:0")]
    public async Task An_address_that_can_not_be_listened_on_is_named(string listen) =>
        (await Should.ThrowAsync<OptionsValidationException>(() =>
            TestHost.StartAsync(_ => { }, new Dictionary<string, string?> { ["Reelwright:Test:Listen"] = listen }))).Message.ShouldContain(listen);

    private static T Value<T>(TestHost host)
        where T : class => host.Get<IOptions<T>>().Value;
}
