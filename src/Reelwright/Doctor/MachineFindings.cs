using System.Globalization;
using Reelwright.Serving;
using Reelwright.Storage;
using Reelwright.Storage.Postgres;
using Reelwright.Storage.Sqlite;

namespace Reelwright.Doctor;

/// <summary>What the machine itself must give: a folder to write into, space, ports, a database that opens, UTF-8.</summary>
internal static class MachineFindings
{
    private const long GigaByte = 1_000_000_000;
    private const double Little = 5;
    private const double TooLittle = 0.5;

    public static Finding DataFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var trial = Path.Combine(folder, $".doctor-{Environment.ProcessId}");
            File.WriteAllBytes(trial, [1]);
            File.Delete(trial);
            return Finding.Ok("data folder", $"{folder} can be written");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return Finding.Fail("data folder", $"{folder} can not be written: {problem.Message}", "choose another with --data or DATA_DIR, or make it yours with chown");
        }
    }

    public static Finding Space(string folder)
    {
        var free = (double)FreeBytes(folder) / GigaByte;
        var detail = string.Create(CultureInfo.InvariantCulture, $"{free:0.0} GB free for {folder}");
        const string Cure = "free some space, or choose another folder with --data; an ad takes some 20 MB";
        return free < TooLittle ? Finding.Fail("disk space", detail, Cure)
            : free < Little ? Finding.Warn("disk space", detail, Cure)
            : Finding.Ok("disk space", detail);
    }

    public static async Task<Finding> PortsAsync(Uri? running, CancellationToken cancellationToken)
    {
        if (running is not null)
        {
            return Finding.Ok("ports", $"a server of ours answers at {running}");
        }

        var taken = Ports.Defaults.Where(port => !Ports.IsFree(port)).ToList();
        if (taken.Count == 0)
        {
            return Finding.Ok("ports", $"{Ports.Defaults[0]} to {Ports.Defaults[^1]} are free");
        }

        return await ServerFinder.AnswersAsync(new Uri($"http://127.0.0.1:{Ports.First}"), cancellationToken)
            ? Finding.Warn("ports", $"a Reelwright server on another data folder has {Ports.First} to {Ports.First + 4}", "generate takes free ports by itself; for serve choose others with --port 9000")
            : Finding.Warn("ports", $"another program has {string.Join(", ", taken)}", "generate takes free ports by itself; for serve choose others with --port 9000");
    }

    public static async Task<Finding> DatabaseAsync(string folder, Uri? running, CancellationToken cancellationToken)
    {
        if (DatabaseFile.Url is { } url)
        {
            return await PostgresAsync(url, cancellationToken);
        }

        var path = DatabaseFile.PathIn(folder);
        if (running is not null)
        {
            return Finding.Ok("database", $"{path} is open in the running server");
        }

        if (!File.Exists(path))
        {
            return Finding.Ok("database", $"{path} will be made at the first start");
        }

        try
        {
            await using var store = SqliteJobStore.Open(path, TimeProvider.System);
            return Finding.Ok("database", $"{path} opens");
        }
        catch (DatabaseInUseException problem)
        {
            return Finding.Warn("database", problem.Message, "find the process with: fuser " + path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or System.Data.Common.DbException)
        {
            return Finding.Fail("database", $"{path} does not open: {problem.Message}", "restore it from a backup, or move it away to start with an empty one");
        }
    }

    private static async Task<Finding> PostgresAsync(string url, CancellationToken cancellationToken)
    {
        const string What = "database";
        try
        {
            var seen = await PostgresProbe.AskAsync(url, cancellationToken);
            return seen.Version.Major < PostgresProbe.OldestVersion
                ? Finding.Fail(What, $"{seen.Place} is PostgreSQL {seen.Version}", $"PostgreSQL {PostgresProbe.OldestVersion} or newer is needed")
                : Finding.Ok(What, $"PostgreSQL {seen.Version} at {seen.Place} answers");
        }
        catch (InvalidDatabaseUrlException problem)
        {
            return Finding.Fail(What, problem.Message, "write DATABASE_URL as postgresql://user:password@host:5432/name, with special characters percent-encoded");
        }
        catch (DatabaseUnavailableException problem)
        {
            return Finding.Fail(What, problem.Message, "start it, or mend DATABASE_URL; without that variable an embedded database in the data folder is used");
        }
    }

    public static Finding Locale()
    {
        var names = (string[])["LC_ALL", "LC_CTYPE", "LANG"];
        var locale = names.Select(Environment.GetEnvironmentVariable).FirstOrDefault(value => !string.IsNullOrEmpty(value)) ?? "not set";
        return Console.OutputEncoding.CodePage == System.Text.Encoding.UTF8.CodePage
            ? Finding.Ok("locale", $"{locale}: this terminal speaks UTF-8")
            : Finding.Warn("locale", $"{locale}: this terminal does not speak UTF-8", "export LANG=C.UTF-8");
    }

    private static long FreeBytes(string folder)
    {
        var existing = folder;
        while (!Directory.Exists(existing))
        {
            existing = Path.GetDirectoryName(existing)!;
        }

        return new DriveInfo(existing).AvailableFreeSpace;
    }
}
