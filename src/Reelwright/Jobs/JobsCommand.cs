using System.CommandLine;
using Reelwright.Api;
using Reelwright.Contracts.Jobs;
using Reelwright.Generating;
using Reelwright.Serving;
using Reelwright.Terminal;
using Reelwright.Watching;

namespace Reelwright.Jobs;

/// <summary><c>reelwright jobs list|show|watch|cancel|retry</c>.</summary>
internal static class JobsCommand
{
    private static readonly Option<string?> Server = ServerOptions.Server();
    private static readonly Option<string?> Data = ServerOptions.Data();
    private static readonly Option<bool> Json = ServerOptions.Json();
    private static readonly Argument<string> Id = JobIds.Argument();
    private static readonly Option<string?> Status = new("--status") { Description = "Only jobs in this state", HelpName = "state" };
    private static readonly Option<string?> Search = new("--search") { Description = "Only jobs whose prompt contains this", HelpName = "text" };
    private static readonly Option<int?> Limit = new("--limit") { Description = "How many, 1 to 100", HelpName = "number", DefaultValueFactory = _ => 20, CustomParser = TypedText.Number<int> };
    private static readonly Option<string?> Cursor = new("--cursor") { Description = "Go on after the page before, which named it" };
    private static readonly Option<string?> Out = new("--out", "-o") { Description = "Save the film as this file, or into this folder; done anyway, as ./<words of the prompt>.mp4, when no server stays to keep it", HelpName = "path" };
    private static readonly Option<bool> AcceptDoublePayment = new("--accept-double-payment")
    {
        Description = "Repeat a call that may have been paid for already (PAYMENT_IN_DOUBT)",
    };

    private static readonly Option<decimal?> MaxCost = new("--max-cost")
    {
        Description = "The job's new limit in US dollars (BUDGET_EXCEEDED); the limit stays when not given",
        HelpName = "usd",
        CustomParser = TypedText.Number<decimal>,
    };

    public static Command Create() => new("jobs", "List jobs, look at one, watch, cancel or retry it.")
    {
        Build("list", "The newest jobs", [], [Status, Search, Limit, Cursor], ListAsync),
        Build("show", "One job with its calls and what each cost", [Id], [], ShowAsync),
        Build("watch", "Follow a job to its end; resumes it when no server runs", [Id], [Out], WatchAsync),
        Build("cancel", "Stop a job; what it paid for is kept", [Id], [], CancelAsync),
        Build("retry", "Queue a failed or cancelled job again; pays only for what is missing; stays to its end when no server runs", [Id], [AcceptDoublePayment, MaxCost], RetryAsync),
    };

    private static Command Build(string name, string description, Argument[] arguments, Option[] options, Func<ParseResult, CancellationToken, Task<int>> run)
    {
        var command = new Command(name, description);
        Array.ForEach(arguments, command.Add);
        Array.ForEach([.. options, Server, Data, Json], command.Add);
        command.SetAction(run);
        return command;
    }

    private static ServerFinder Finder(ParseResult parsed) => new(parsed.GetValue(Server), parsed.GetValue(Data));

    private static async Task<int> ListAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var session = await ReadingSession.OpenAsync(Finder(parsed), TimeProvider.System, cancellationToken);
        var query = new JobQuery(parsed.GetValue(Status), parsed.GetValue(Search), parsed.GetRequiredValue(Limit)!.Value, parsed.GetValue(Cursor));
        JobTables.Write(await session.Client.ListAsync(query, cancellationToken), query, Finder(parsed).Options, parsed.GetValue(Json));
        return ExitCodes.Ok;
    }

    private static async Task<int> ShowAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var session = await ReadingSession.OpenAsync(Finder(parsed), TimeProvider.System, cancellationToken);
        var job = await session.Client.FindAsync(await IdAsync(parsed, session.Client, cancellationToken), cancellationToken);
        var calls = await session.Client.CallsAsync(job.JobId, cancellationToken);
        JobTables.Write(job, calls, Finder(parsed).Options, session.IsIdle, parsed.GetValue(Json));
        return ExitCodes.Ok;
    }

    private static async Task<int> WatchAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var session = await ServerSession.OpenAsync(Finder(parsed), TimeProvider.System, cancellationToken);
        var job = await session.Client.FindAsync(await IdAsync(parsed, session.Client, cancellationToken), cancellationToken);
        var film = parsed.GetValue(Out) is { } asked ? FilmPath.Choose(asked, job.Request.GetProperty("prompt").GetString()!) : null;
        return await Watch(parsed, job.JobId, film).RunAsync(session, TimeProvider.System, cancellationToken);
    }

    /// <summary>
    /// A job without an owner ends at once; one that was interrupted may have calls to stop, for which it needs a server.
    /// </summary>
    private static async Task<int> CancelAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        Guid id;
        await using (var reading = await ReadingSession.OpenAsync(Finder(parsed), TimeProvider.System, cancellationToken))
        {
            id = await IdAsync(parsed, reading.Client, cancellationToken);
            var accepted = await reading.Client.CancelAsync(id, cancellationToken);
            if (!reading.IsIdle || accepted.Status == "cancelled")
            {
                JobTables.Write(accepted, accepted.Status == "cancelled" ? "is cancelled" : "is being cancelled", parsed.GetValue(Json));
                return ExitCodes.Ok;
            }
        }

        await using var session = await ServerSession.OpenAsync(Finder(parsed), TimeProvider.System, cancellationToken);
        var code = await Watch(parsed, id, film: null).RunAsync(session, TimeProvider.System, cancellationToken);
        return code == ExitCodes.Cancelled ? ExitCodes.Ok : code;
    }

    private static async Task<int> RetryAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var session = await ServerSession.OpenAsync(Finder(parsed), TimeProvider.System, cancellationToken);
        var id = await IdAsync(parsed, session.Client, cancellationToken);
        var terms = new RetryRequest { AcceptDoublePayment = parsed.GetValue(AcceptDoublePayment), MaxCostUsd = parsed.GetValue(MaxCost) };
        var accepted = await session.Client.RetryAsync(id, terms, cancellationToken);
        if (session.Stays)
        {
            JobTables.Write(accepted, "is queued again", parsed.GetValue(Json));
            return ExitCodes.Ok;
        }

        Screen.Remark($"Job {accepted.JobId} is queued again.");
        return await Watch(parsed, id, film: null).RunAsync(session, TimeProvider.System, cancellationToken);
    }

    private static Task<Guid> IdAsync(ParseResult parsed, OrchestratorClient client, CancellationToken cancellationToken) =>
        JobIds.FindAsync(client, parsed.GetRequiredValue(Id), cancellationToken);

    private static JobWatch Watch(ParseResult parsed, Guid job, string? film) => new(job, film, Finder(parsed).Options, parsed.GetValue(Json));
}
