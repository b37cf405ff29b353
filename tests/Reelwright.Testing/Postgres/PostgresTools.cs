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

    public static Task RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken) =>
        RunAsync(Unprivileged(program, arguments), cancellationToken);

    private static async Task RunAsync(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList)} failed with exit code {process.ExitCode}: {string.Concat(await output)}");
        }
    }

    private static ProcessStartInfo Unprivileged(string program, IEnumerable<string> arguments) => Environment.IsPrivilegedProcess
        ? new ProcessStartInfo("setpriv", ["--reuid", Nobody, "--regid", Nobody, "--clear-groups", program, .. arguments]) { WorkingDirectory = "/" }
        : new ProcessStartInfo(program, arguments);

    private static string Find()
    {
        const string Installed = "/usr/lib/postgresql";
        var newest = Directory.Exists(Installed)
            ? Directory.GetDirectories(Installed)
                .Where(folder => File.Exists(Path.Combine(folder, "bin", "postgres")))
                .MaxBy(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0)
            : null;
        return newest is null
            ? throw new InvalidOperationException($"These tests need PostgreSQL's own programs in {Installed}/*/bin. On Debian: apt-get install postgresql")
            : Path.Combine(newest, "bin");
    }
}
