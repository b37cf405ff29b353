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

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var time = TimeProvider.System;
        var (request, logo, film) = Read(parsed);
        var finder = new ServerFinder(parsed.GetValue(GenerateOptions.Server), parsed.GetValue(GenerateOptions.Data));

        await using var session = await ServerSession.OpenAsync(finder, time, cancellationToken);
        if (logo is not null)
        {
            var url = await LogoStore.PutAsync(logo, session, finder.DataFolder, cancellationToken);
            request = request with { BrandGuidelines = request.BrandGuidelines! with { LogoUrl = url } };
        }

        var created = await session.Client.CreateAsync(request, Guid.CreateVersion7(time.GetUtcNow()).ToString(), cancellationToken);
        Screen.Remark($"Making {request.Duration} seconds in {request.AspectRatio}, estimated {Screen.Money(created.EstimatedCostUsd)}. Job {created.JobId}");
        return await new JobWatch(created.JobId, film, finder.Options, parsed.GetValue(GenerateOptions.Json)).RunAsync(session, time, cancellationToken);
    }

    /// <exception cref="CommandException">A local file or folder cannot be used. No server is asked then, so the message names every other
    /// fault too.</exception>
    private static (GenerateAdRequest Request, LogoFile? Logo, string Film) Read(ParseResult parsed)
    {
        var faults = new List<CommandException>();
        var given = parsed.GetValue(GenerateOptions.Logo);
        var logo = Try(() => LogoFile.Read(given), faults);
        var request = AdRequest.From(parsed, hasLocalLogo: logo is not null || faults.Count > 0);
        var film = Try(() => FilmPath.Choose(parsed.GetValue(GenerateOptions.Out), request.Prompt), faults);
        return faults.Count == 0
            ? (request, logo, film!)
            : throw new CommandException(
                ExitCodes.BadInput,
                string.Join('\n', [.. ApiProblemException.SentencesOf(AdFaults.Find(request)), .. faults.Select(fault => fault.Message)]),
                faults[0]);
    }

    private static T? Try<T>(Func<T?> read, List<CommandException> faults)
        where T : class
    {
        try
        {
            return read();
        }
        catch (CommandException fault)
        {
            faults.Add(fault);
            return null;
        }
    }
}
