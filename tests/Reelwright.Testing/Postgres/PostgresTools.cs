using System.Diagnostics;
using System.Globalization;

namespace Reelwright.Testing.Postgres;

/// <summary>PostgreSQL's programs, as Debian installs them, run by an account that may run them: the server refuses root.</summary>
internal static class PostgresTools
{
    private const string Nobody = "65534";

    private static readonly string Folder = Find();

    public static string PathOf(string program) => Path.Combine(Folder, program);

    /// <summary>Makes the account that runs the server the owner of a folder.</summary>
    public static async Task GiveAsync(string folder, CancellationToken cancellationToken)
    {
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync(new ProcessStartInfo("chown", ["-R", $"{Nobody}:{Nobody}", folder]), cancellationToken);
        }
    }

    public static Process Start(string program, IEnumerable<string> arguments, Dictionary<string, string> environment)
    {
        var start = Unprivileged(program, arguments);
        start.RedirectStandardInput = true;
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <returns>What it wrote.</returns>
    public static Task<string> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken) =>
        RunAsync(Unprivileged(program, arguments), cancellationToken);

    private static async Task<string> RunAsync(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList)} failed with exit code {process.ExitCode}: {string.Concat(await output)}");
        }

        return (await output)[0];
    }

    private static ProcessStartInfo Unprivileged(string program, IEnumerable<string> arguments) => Environment.IsPrivilegedProcess
        ? new ProcessStartInfo("setpriv", ["--reuid", Nobody, "--regid", Nobody, "--clear-groups", program, .. arguments]) { WorkingDirectory = "/" }
        : new ProcessStartInfo(program, arguments);

    // Where Debian and Homebrew put them, in folders named by version.
    private static string Find()
    {
        var found =
            from pattern in (string[])["/usr/lib/postgresql|*", "/opt/homebrew/opt|postgresql@*", "/usr/local/opt|postgresql@*"]
            let parts = pattern.Split('|')
            where Directory.Exists(parts[0])
            from folder in Directory.GetDirectories(parts[0], parts[1])
            where File.Exists(Path.Combine(folder, "bin", "postgres"))
            orderby int.TryParse(Path.GetFileName(folder).Replace("postgresql@", "", StringComparison.Ordinal), CultureInfo.InvariantCulture, out var version) ? version : 0
            select Path.Combine(folder, "bin");
        return found.LastOrDefault() ?? throw new InvalidOperationException("These tests need PostgreSQL's own programs. On Debian: apt-get install postgresql");
    }
}
