using Microsoft.Data.Sqlite;
using Reelwright.Storage.Sqlite;
using Reelwright.Testing.Disks;

namespace Reelwright.Storage.Tests;

/// <summary>
/// Files that are no database of ours, or no longer: each ends in a sentence that names the file and the cure, and is left as it is.
/// </summary>
public sealed class SqliteFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string DatabasePath => folder.PathOf("jobs.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_empty_file_becomes_a_database()
    {
        File.WriteAllText(DatabasePath, "");

        await OpenAsync();
        await OpenAsync();
    }

    [Theory]
    [InlineData("hello world, this is no database at all")]
    [InlineData("x")]
    [InlineData("SQLite format 2\0 of long ago")]
    public void Another_kind_of_file_is_refused(string content)
    {
        File.WriteAllText(DatabasePath, content);

        Refusal().ShouldBe($"{DatabasePath} is not an SQLite database. Restore it from a backup, or move it away to start with an empty one.");
        File.ReadAllText(DatabasePath).ShouldBe(content);
    }

    [Theory]
    [InlineData("CREATE TABLE jobs (a)")]
    [InlineData("CREATE TABLE notes (a); PRAGMA user_version = 2")]
    [InlineData("CREATE TABLE notes (a); PRAGMA user_version = 99")]
    [InlineData("PRAGMA application_id = 42; CREATE TABLE jobs (a); CREATE TABLE job_work (a); CREATE TABLE calls (a); CREATE TABLE job_events (a)")]
    public void Another_programs_database_is_refused_and_not_changed(string sql)
    {
        Execute(sql);
        var before = Schema();

        Refusal().ShouldBe($"{DatabasePath} is the database of another program. Move it away, or choose another data folder with --data (DATA_DIR).");
        Schema().ShouldBe(before);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_newer_database_is_refused(bool isOurs)
    {
        if (isOurs)
        {
            await OpenAsync();
        }

        Execute("PRAGMA user_version = 999");

        Refusal().ShouldContain("was written by a newer Reelwright");
    }

    [Fact]
    public void Tables_that_are_not_those_of_the_version_are_refused()
    {
        Execute("CREATE TABLE jobs (a); CREATE TABLE job_work (a); CREATE TABLE calls (a); CREATE TABLE job_events (a); PRAGMA user_version = 2");

        Refusal().ShouldContain(DatabasePath);
    }

    [Fact]
    public void A_folder_in_its_place_is_refused()
    {
        Directory.CreateDirectory(DatabasePath);

        Refusal().ShouldStartWith($"{DatabasePath} is a folder, but must be the database file.");
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public async Task A_damaged_database_is_refused(double where)
    {
        await OpenAsync();
        using (var file = new FileStream(DatabasePath, FileMode.Open))
        {
            file.Position = (long)(file.Length * where) / 4096 * 4096;
            file.Write([.. Enumerable.Repeat((byte)0x5A, 4096)]);
        }

        Refusal().ShouldStartWith($"{DatabasePath} is ");
    }

    [Fact]
    public async Task A_database_that_was_cut_short_is_refused()
    {
        await OpenAsync();
        using (var file = new FileStream(DatabasePath, FileMode.Open))
        {
            file.SetLength(file.Length / 2);
        }

        Refusal().ShouldStartWith($"{DatabasePath} is damaged (");
    }

    [Fact]
    public void A_data_folder_that_is_a_file_is_refused()
    {
        File.WriteAllText(folder.PathOf("data"), "");

        Refusal(Path.Combine(folder.PathOf("data"), "jobs.db")).ShouldContain("can't be opened for writing");
    }

    [Fact]
    public async Task A_read_only_folder_is_refused_and_not_taken_for_a_database_in_use()
    {
        await using var disk = await SmallDisk.TryMountAsync(kilobytes: 64, readOnly: true);
        Assert.SkipWhen(disk is null, SmallDisk.Needed);

        Refusal(Path.Combine(disk.Path, "jobs.db")).ShouldContain("can't be opened for writing (Read-only file system");
    }

    private async Task OpenAsync() => await SqliteJobStore.Open(DatabasePath, TimeProvider.System).DisposeAsync();

    private string Refusal(string? path = null) =>
        Should.Throw<DatabaseUnusableException>(() => SqliteJobStore.Open(path ?? DatabasePath, TimeProvider.System)).Message;

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={DatabasePath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private string Schema()
    {
        using var connection = new SqliteConnection($"Data Source={DatabasePath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT group_concat(sql) FROM sqlite_schema";
        return (string)command.ExecuteScalar()!;
    }
}
