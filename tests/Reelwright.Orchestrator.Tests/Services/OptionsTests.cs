using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Reelwright.Orchestrator.Services.Composition;
using Reelwright.Orchestrator.Services.ImageGeneration;
using Reelwright.Orchestrator.Services.PromptParser;
using Reelwright.Orchestrator.Services.VideoGeneration;

namespace Reelwright.Orchestrator.Tests.Services;

public sealed class OptionsTests
{
    [Fact]
    public void Defaults_are_those_of_the_pipelines_table()
    {
        using var provider = With();

        (Of<PromptParserOptions>().Timeout, Of<ImageGenerationOptions>().Timeout).ShouldBe(
            (TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(15)));
        (Of<VideoGenerationOptions>().Timeout, Of<CompositionOptions>().Timeout).ShouldBe(
            (TimeSpan.FromSeconds(90), TimeSpan.FromSeconds(30)));
        new[] { new PromptParserOptions().Url, new ImageGenerationOptions().Url, new VideoGenerationOptions().Url, new CompositionOptions().Url }
            .ShouldBe(["http://127.0.0.1:8001", "http://127.0.0.1:8002", "http://127.0.0.1:8003", "http://127.0.0.1:8004"]);

        TOptions Of<TOptions>()
            where TOptions : class => provider.GetRequiredService<IOptions<TOptions>>().Value;
    }

    [Fact]
    public void All_wrong_settings_are_named_at_once()
    {
        using var provider = With(
            ("Services:PromptParser:Timeout", "00:00:00"),
            ("Services:PromptParser:MaxAttempts", "0"),
            ("Services:PromptParser:Url", "ftp://127.0.0.1/x?y"),
            ("Services:VideoGeneration:CircuitFaultRatio", "1.5"));

        var error = Should.Throw<Exception>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        var text = error.ToString();
        foreach (var setting in new[] { "Timeout", "MaxAttempts", "Url", "CircuitFaultRatio" })
        {
            text.ShouldContain($"'{setting}'");
        }
    }

    [Theory]
    [InlineData("Services:Composition:MaxBackoff", "00:00:01", "must not be shorter than Backoff")]
    [InlineData("Services:Composition:MaxPollInterval", "00:00:00.1", "must not be shorter than MinPollInterval")]
    [InlineData("Services:Composition:InDoubt", "7", "InDoubt")]
    [InlineData("Services:Composition:Url", "http://user:pw@127.0.0.1", "Url must be an absolute")]
    public void A_wrong_setting_stops_the_start(string key, string value, string reason)
    {
        using var provider = With((key, value));

        Should.Throw<OptionsValidationException>(
            () => provider.GetRequiredService<IStartupValidator>().Validate()).Message.ShouldContain(reason);
    }

    private static ServiceProvider With(params (string Key, string Value)[] settings) =>
        ScriptedService.Build(new Uri("http://127.0.0.1:1"), settings, TimeProvider.System, NullLoggerProvider.Instance);
}
