using Microsoft.Data.Sqlite;
using Reelwright.Services.Operations;
using Reelwright.Services.Tests.Running;

namespace Reelwright.Services.Tests.Operations;

/// <summary>Files that are no operation store, or no longer: each ends in a sentence that names the file and the cure.</summary>
public sealed class OperationStoreFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string StorePath => Path.Combine(folder.Path, "video-generation.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Another_kind_of_file_is_refused()
    {
        File.WriteAllText(StorePath, "hello");

        Refusal().ShouldStartWith($"{StorePath} is not an SQLite database.");
    }

    [Fact]
    public void A_folder_in_its_place_is_refused()
    {
        Directory.CreateDirectory(StorePath);

        Refusal().ShouldStartWith($"{StorePath} is a folder, but must be a database file.");
    }

    [Theory]
    [InlineData("CREATE TABLE notes (a)", "is the database of another program")]
    [InlineData("PRAGMA user_version = 99", "was written by a newer one")]
    public void Another_programs_or_a_newer_database_is_refused(string sql, string sentence)
    {
        using (var connection = new SqliteConnection($"Data Source={StorePath};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }

        Refusal().ShouldContain(sentence);
    }

    [Fact]
    public void A_database_that_was_cut_short_is_refused()
    {
        new OperationStore(StorePath, TimeProvider.System).Dispose();
        using (var file = new FileStream(StorePath, FileMode.Open))
        {
            file.SetLength(file.Length / 2);
        }

        Refusal().ShouldStartWith($"{StorePath} is damaged (");
    }

    [Fact]
    public void After_a_refusal_nothing_is_held()
    {
        File.WriteAllText(StorePath, "hello");
        Refusal();
        File.Delete(StorePath);

        new OperationStore(StorePath, TimeProvider.System).Dispose();
    }

    private string Refusal() => Should.Throw<OperationStoreUnusableException>(() => new OperationStore(StorePath, TimeProvider.System)).Message;
}
