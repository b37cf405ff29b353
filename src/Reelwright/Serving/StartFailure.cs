using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Reelwright.Services.Operations;
using Reelwright.Storage;
using Reelwright.Terminal;

namespace Reelwright.Serving;

/// <summary>The known reasons why a host does not start, as sentences with their cure.</summary>
internal static class StartFailure
{
    /// <exception cref="CommandException">Somebody else listens where one of ours shall.</exception>
    public static async Task CheckPortsAsync(ServePlan plan, CancellationToken cancellationToken)
    {
        foreach (var host in plan.Hosts)
        {
            if (!Uri.TryCreate(host.Listen, UriKind.Absolute, out var url) || url.Port <= 0 || !url.IsLoopback || Ports.IsFree(url.Port))
            {
                continue;
            }

            throw await ServerFinder.AnswersAsync(url, cancellationToken)
                ? new CommandException(ExitCodes.Failed, $"A Reelwright server runs at {host.Listen} already. For a second one choose other ports and its own data: {ProgramName.With("serve", "--port", "9000", "--data", "data-2")}")
                : Taken(host, cause: null);
        }
    }

    /// <summary>Null when it is not known: then it is a fault of ours.</summary>
    public static CommandException? Explain(PlannedHost host, Exception problem) => problem switch
    {
        OptionsValidationException wrong => new(ExitCodes.BadInput, string.Join('\n', wrong.Failures), wrong),
        DatabaseInUseException or OperationStoreInUseException => new(ExitCodes.Failed, problem.Message, problem),
        UnauthorizedAccessException denied =>
            new(ExitCodes.Failed, $"{host.Target.Name} can not start: {denied.Message} Choose a folder that can be written with --data.", denied),
        IOException or SocketException => ExplainSocket(host, problem),
        _ => null,
    };

    private static CommandException? ExplainSocket(PlannedHost host, Exception problem)
    {
        var cause = problem;
        while (cause is not null and not SocketException)
        {
            cause = cause.InnerException;
        }

        return (cause as SocketException)?.SocketErrorCode switch
        {
            SocketError.AddressAlreadyInUse => Taken(host, problem),
            SocketError.AddressNotAvailable =>
                new(ExitCodes.Failed, $"{host.Target.Name} can not listen on {host.Listen}: this machine has no such address. Choose another with --host.", problem),
            SocketError.AccessDenied =>
                new(ExitCodes.Failed, $"{host.Target.Name} can not listen on {host.Listen}: only root may take so low a port. Choose one above 1023 with --port.", problem),
            _ => null,
        };
    }

    private static CommandException Taken(PlannedHost host, Exception? cause) => new(
        ExitCodes.Failed,
        $"{host.Target.Name} can not listen on {host.Listen}: another program has that port. Stop that program, or choose another port: {ProgramName.With("serve", "--port", "9000")}",
        cause);
}
