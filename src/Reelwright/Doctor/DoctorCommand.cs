using System.CommandLine;
using Reelwright.Serving;
using Reelwright.Terminal;

namespace Reelwright.Doctor;

/// <summary><c>reelwright doctor</c>: what works on this machine, what does not, and how to mend it.</summary>
internal static class DoctorCommand
{
    private static readonly Option<string?> Data = ServerOptions.Data();
    private static readonly Option<bool> Json = ServerOptions.Json();

    public static Command Create()
    {
        var command = new Command("doctor", "Check this machine: ffmpeg, drawing, fonts, disk, ports, database, locale.") { Data, Json };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var findings = await FindAsync(ServerOptions.DataFolder(parsed.GetValue(Data)), cancellationToken);
        if (parsed.GetValue(Json))
        {
            FindingsReport.WriteJson(Console.Out, findings);
        }
        else
        {
            FindingsReport.WriteText(Screen.Answers, findings);
        }

        return findings.Any(finding => finding.Verdict == Verdict.Failure) ? ExitCodes.Failed : ExitCodes.Ok;
    }

    private static async Task<IReadOnlyList<Finding>> FindAsync(string folder, CancellationToken cancellationToken)
    {
        var running = RunningServer.Read(folder) is { } server && await ServerFinder.AnswersAsync(new Uri(server.Url), cancellationToken) ? new Uri(server.Url) : null;
        return
        [
            .. MediaFindings.ToFindings(await MediaFindings.FindAsync(cancellationToken)),
            MachineFindings.DataFolder(folder),
            MachineFindings.Space(folder),
            await MachineFindings.PortsAsync(running, cancellationToken),
            await MachineFindings.DatabaseAsync(folder, running, cancellationToken),
            MachineFindings.Locale(),
        ];
    }
}
