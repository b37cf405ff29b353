using System.CommandLine;
using Reelwright.Api;
using Reelwright.Doctor;
using Reelwright.Generating;
using Reelwright.Media.Ffmpeg;
using Reelwright.Media.Film;
using Reelwright.Media.Text;
using Reelwright.Media.Vector;
using Reelwright.Orchestrator.Ads;
using Reelwright.Terminal;

namespace Reelwright.Storyboards;

/// <summary><c>reelwright storyboard "prompt"</c>: the plan and a still of each scene, in seconds, without a server.</summary>
internal static class StoryboardCommand
{
    private static readonly Option<string?> Out = new("--out", "-o")
    {
        Description = "The folder for storyboard.png and storyboard.html; else ./<words of the prompt>-storyboard",
        HelpName = "folder",
    };

    public static Command Create()
    {
        var command = new Command("storyboard", "Show the plan and a still of each scene of an ad, without making it. Needs no server.")
        {
            GenerateOptions.Prompt, GenerateOptions.Duration, GenerateOptions.Aspect, GenerateOptions.Primary, GenerateOptions.Secondary, GenerateOptions.Style,
            GenerateOptions.Name, GenerateOptions.Language, GenerateOptions.CallToAction, GenerateOptions.Music, GenerateOptions.Voiceover, GenerateOptions.Captions, Out,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var asked = AdRequest.From(parsed);
        if (AdFaults.Clean(asked, out var faults) is not { } request)
        {
            throw new CommandException(ExitCodes.BadInput, string.Join('\n', ApiProblemException.SentencesOf(faults)));
        }

        var folder = StoryboardFolder.Open(parsed.GetValue(Out), request.Prompt);
        var plan = AdStoryboard.Plan(request);
        var board = await DrawAsync(plan, cancellationToken);

        // The page last: where it is, the sheet is too.
        folder.Keep("storyboard.png", board.Sheet);
        folder.Keep("storyboard.html", StoryboardPage.Write(plan, board.Stills));
        Screen.Remark($"{plan.Ad.Scenes.Count} scenes, {request.Duration} seconds in {request.AspectRatio}. {ProgramName.With("generate")} with the same words makes the film.");
        foreach (var warning in board.Warnings.Distinct())
        {
            Screen.Remark(warning);
        }

        Console.WriteLine($"{folder.PathOf("storyboard.html")}\n{folder.PathOf("storyboard.png")}");
        return ExitCodes.Ok;
    }

    /// <exception cref="CommandException">The machine lacks something.</exception>
    private static async Task<Storyboard> DrawAsync(AdStoryboard plan, CancellationToken cancellationToken)
    {
        var ffmpeg = MediaFindings.Ffmpeg();
        var work = Directory.CreateTempSubdirectory("reelwright-storyboard-");
        try
        {
            return await new StoryboardArtist(ffmpeg, new FontLibrary(ffmpeg)).DrawAsync(plan.FilmIn(work.FullName), plan.Words, cancellationToken);
        }
        catch (Exception exception) when (exception is MissingToolException or FfmpegFailedException or VectorLibraryMissingException or DllNotFoundException)
        {
            // An ffmpeg that lacks a filter, or a library that does not load, shows only in what fails.
            if (MediaFault.Of(await MediaFindings.FindAsync(cancellationToken)) is { } fault)
            {
                throw new CommandException(ExitCodes.Failed, $"No storyboard can be drawn on this machine yet: {fault}", exception);
            }

            throw;
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }
}
