using System.Text.Json;
using Microsoft.Extensions.Options;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Pipeline;
using Reelwright.MediaFiles;
using Reelwright.MediaFiles.Links;
using Reelwright.Orchestrator.Production;

namespace Reelwright.Orchestrator.Tests.Production;

/// <summary>The composition is told who made what, because the film says so itself.</summary>
public sealed class CreditTests
{
    [Fact]
    public void Providers_are_told_by_their_stages_in_order() =>
        Told(new Dictionary<string, IReadOnlyList<string>>
        {
            [StageNames.VideoGeneration] = ["acme", "other \"one\""],
            [StageNames.PromptParsing] = ["local"],
            [StageNames.ImageGeneration] = [],
        }).ShouldBe(
            """[{"stage":"prompt_parsing","provider":"local"},{"stage":"video_generation","provider":"acme"},{"stage":"video_generation","provider":"other \"one\""}]""");

    [Fact]
    public void Services_that_name_nobody_leave_the_list_empty() => Told(new Dictionary<string, IReadOnlyList<string>>()).ShouldBe("[]");

    private static string Told(IReadOnlyDictionary<string, IReadOnlyList<string>> providers)
    {
        var media = new MediaReferences(new MediaLinks(Options.Create(new MediaFilesOptions { SigningKey = new string('k', 40) }), TimeProvider.System));
        var input = new JobInput(
            new JobId(Guid.Empty),
            """{"prompt":"A film about tea","duration":20,"aspect_ratio":"9:16"}""",
            new Dictionary<string, IReadOnlyDictionary<int, string>>
            {
                [StageNames.PromptParsing] = new Dictionary<int, string> { [0] = """{"scenes":[{"prompt":"a","duration":20}]}""" },
                [StageNames.VideoGeneration] = new Dictionary<int, string> { [0] = """{"video_url":"https://a.example/clip.mp4"}""" },
            })
        {
            Providers = providers,
        };
        return JsonDocument.Parse(new CompositionStage(media).Plan(input).Single().Request).RootElement.GetProperty("providers").GetRawText();
    }
}
