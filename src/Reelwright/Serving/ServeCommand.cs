using System.CommandLine;
using Reelwright.Doctor;
using Reelwright.Media.Ffmpeg;
using Reelwright.Terminal;

namespace Reelwright.Serving;

/// <summary><c>reelwright serve</c>: runs the hosts until it is told to stop.</summary>
internal static class ServeCommand
{
    /// <summary>For a command that starts a server for itself and others: see <see cref="TemporaryLife"/>.</summary>
    public const string UntilUnusedOption = "--until-unused";

    /// <summary>For benchmarks and tests: the server stops with the process that holds its standard input open.</summary>
    private static readonly Option<bool> UntilInputCloses = new("--until-input-closes") { Hidden = true };

    private static readonly Option<bool> UntilUnused = new(UntilUnusedOption) { Hidden = true };

    public static Command Create()
    {
        var command = new Command("serve", "Run the orchestrator and the four services in this process, or one of them.") { UntilInputCloses, UntilUnused };
        ServeOptions.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var options = ServeOptions.From(parsed);
        var plan = ServePlan.Make(options, Setting, Ports.TakeFree);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var life = new TemporaryLife(options.DataFolder, TimeProvider.System, stopping);
        var isTemporary = parsed.GetValue(UntilUnused);
        if (isTemporary)
        {
            life.UntilUnused();
        }
        else if (parsed.GetValue(UntilInputCloses))
        {
            life.UntilInputCloses();
        }

        try
        {
            return await ServeAsync(plan, options, isTemporary, stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Stopped before it was ready: that is a clean stop too.
            return ExitCodes.Ok;
        }
    }

    private static async Task<int> ServeAsync(ServePlan plan, ServeOptions options, bool isTemporary, CancellationToken cancellationToken)
    {
        await using var hosts = await HostGroup.StartAsync(plan, cancellationToken);
        using var entry = plan.Orchestrator is null
            ? null
            : new RunningServer(plan.LocalUrl, Environment.ProcessId, isTemporary, hosts.Unfinished).WriteTo(options.DataFolder);
        Announce(plan, options, hosts.Unfinished);
        await WarnOfMissingToolsAsync(plan, cancellationToken);
        if (await hosts.RunAsync(cancellationToken) is not { } gaveUp)
        {
            return ExitCodes.Ok;
        }

        Screen.Remark($"{gaveUp} gave up; its last log lines say why.");
        return ExitCodes.Failed;
    }

    // After the start, which it must not slow down; a server without its tools runs all the same and says so in /health/ready.
    private static async Task WarnOfMissingToolsAsync(ServePlan plan, CancellationToken cancellationToken)
    {
        if (plan.Services.Count == 0)
        {
            return;
        }

        if (MediaFault.Of(await MediaFindings.FindAsync(cancellationToken)) is { } fault)
        {
            Screen.Remark($"No film can be made on this machine yet: {fault}");
        }
    }

    /// <summary>For a person; for a machine the hosts log it themselves.</summary>
    private static void Announce(ServePlan plan, ServeOptions options, IReadOnlyList<UnfinishedJob> unfinished)
    {
        if (Console.IsErrorRedirected)
        {
            return;
        }

        foreach (var host in plan.Hosts.Reverse())
        {
            Screen.Remark($"  {host.Target.Name,-17} {host.Listen}");
        }

        Screen.Remark($"  data              {options.DataFolder}\nPress Ctrl-C to stop.");
        foreach (var job in unfinished)
        {
            Screen.Remark(job.Remark);
        }
    }

    /// <summary>By its short name, as the environment has it.</summary>
    private static string? Setting(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value.Trim() : null;
}
