using System.CommandLine;
using Reelwright.Api;
using Reelwright.Contracts.Ads;
using Reelwright.Orchestrator.Ads;
using Reelwright.Serving;
using Reelwright.Terminal;
using Reelwright.Watching;

namespace Reelwright.Generating;

/// <summary><c>reelwright generate "prompt"</c>: from a prompt to files on this disk.</summary>
internal static class GenerateCommand
{
    public static Command Create()
    {
        var command = new Command("generate", "Make an ad from a prompt. Starts a server for as long as it takes when none runs.") { GenerateOptions.Prompt };
        foreach (var option in GenerateOptions.All)
        {
            command.Add(option);
        }

        command.SetAction(RunAsync);
        return command;
    }

    private static string ChooseFilm(string? asked, GenerateAdRequest request)
    {
        try
        {
            return FilmPath.Choose(asked, request.Prompt);
        }
        catch (CommandException nowhere)
        {
            // No server will be asked now, and the person wants to know everything at once.
            throw new CommandException(nowhere.ExitCode, string.Join('\n', [.. ApiProblemException.SentencesOf(AdFaults.Find(request)), nowhere.Message]), nowhere);
        }
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var time = TimeProvider.System;
        var request = AdRequest.From(parsed);
        var film = ChooseFilm(parsed.GetValue(GenerateOptions.Out), request);
        var finder = new ServerFinder(parsed.GetValue(GenerateOptions.Server), parsed.GetValue(GenerateOptions.Data));

        await using var session = await ServerSession.OpenAsync(finder, time, cancellationToken);
        var created = await session.Client.CreateAsync(request, Guid.CreateVersion7(time.GetUtcNow()).ToString(), cancellationToken);
        Screen.Remark($"Making {request.Duration} seconds in {request.AspectRatio}, estimated {Screen.Money(created.EstimatedCostUsd)}. Job {created.JobId}");
        return await new JobWatch(created.JobId, film, finder.Options, parsed.GetValue(GenerateOptions.Json)).RunAsync(session, time, cancellationToken);
    }
}
