using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Reelwright.MediaFiles;
using Reelwright.Services.Operations;
using Reelwright.Storage;
using Reelwright.Terminal;

namespace Reelwright.Serving;

/// <summary>The known reasons why a host does not start, as sentences with their cure.</summary>
internal static partial class StartFailure
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
        OptionsValidationException wrong => new(ExitCodes.BadInput, string.Join('\n', wrong.Failures.Select(Plain)), wrong),
        InvalidOperationException when Unreadable().Match(problem.Message) is { Success: true } found => new(ExitCodes.BadInput, Unread(found), problem),
        DatabaseInUseException or DatabaseUnusableException or OperationStoreInUseException or OperationStoreUnusableException or MediaSetupException =>
            new(ExitCodes.Failed, problem.Message, problem),
        UnauthorizedAccessException denied =>
            new(ExitCodes.Failed, $"{host.Target.Name} can not start: {denied.Message} Choose a folder that can be written with --data.", denied),
        IOException or SocketException => ExplainSocket(host, problem),
        _ => null,
    };

    /// <summary>The framework's sentence around ours is for programmers.</summary>
    private static string Plain(string failure) =>
        Annotated().Match(failure) is { Success: true } found ? $"{found.Groups["members"].Value.Replace("'", "", StringComparison.Ordinal)}: {found.Groups["error"].Value}" : failure;

    // The value may be a secret that was put into the wrong line.
    private static string Unread(Match found)
    {
        var variable = found.Groups["path"].Value.Replace(":", "__", StringComparison.Ordinal);
        var wanted = found.Groups["type"].Value.Split('.')[^1] switch
        {
            "TimeSpan" => "a time such as 00:00:05",
            "Boolean" => "true or false",
            "Int32" or "Int64" => "a whole number",
            "Decimal" or "Double" => "a number such as 2.5",
            var other => $"a {other}",
        };
        return $"{variable} can not be read: it must be {wanted}.";
    }

    [GeneratedRegex(@"^Failed to convert configuration value .* at '(?<path>[^']+)' to type '(?<type>[\w.]+)")]
    private static partial Regex Unreadable();

    [GeneratedRegex(@"^DataAnnotation validation failed for '[^']*' members: (?<members>.*?) with the error: '(?<error>.*)'\.$", RegexOptions.Singleline)]
    private static partial Regex Annotated();

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
