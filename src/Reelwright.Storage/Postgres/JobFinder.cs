using Npgsql;
using NpgsqlTypes;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Store;

namespace Reelwright.Storage.Postgres;

/// <summary>
/// Finds single jobs for many readers: reads that arrive while a query is on its way share the next one. A single reader does not wait.
/// </summary>
/// <param name="answer">Answers all of the questions.</param>
internal sealed class JobFinder(Func<IReadOnlyList<JobFinder.Question>, Task> answer)
{
    private const int LargestGroup = 128;

    // A second query at the same time only when the first lets this many wait: two half groups cost more than a whole one.
    private const int ManyWaiting = 32;
    private const int MostAtOnce = 2;

    private readonly Lock gate = new();
    private readonly Queue<Question> waiting = [];
    private int atOnce;

    public static string Sql { get; } =
        $"""
        SELECT q.place, j.* FROM unnest($1, $2) WITH ORDINALITY AS q(job, caller, place)
        CROSS JOIN LATERAL (SELECT {JobRecordRow.Columns} FROM jobs WHERE id = q.job AND owner = q.caller OFFSET 0) j
        """;

    public Task<JobRecord?> FindAsync(string owner, JobId job, CancellationToken cancellationToken)
    {
        var question = new Question(owner, job);
        var isFree = false;
        lock (gate)
        {
            waiting.Enqueue(question);
            if (atOnce == 0 || (atOnce < MostAtOnce && waiting.Count >= ManyWaiting))
            {
                atOnce++;
                isFree = true;
            }
        }

        if (isFree)
        {
            _ = AnswerAllAsync();
        }

        return question.Answer.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Asks for these jobs on a connection, and sets the answers.</summary>
    public static async Task<bool> AskAsync(NpgsqlConnection connection, IReadOnlyList<Question> questions)
    {
        await using var command = new NpgsqlCommand(Sql, connection)
        {
            Parameters =
            {
                new NpgsqlParameter<Guid[]> { TypedValue = [.. questions.Select(question => question.Job.Value)], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid },
                new NpgsqlParameter<string[]> { TypedValue = [.. questions.Select(question => question.Owner)], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
            },
        };
        await using var row = await command.ExecuteReaderAsync(CancellationToken.None);
        while (await row.ReadAsync(CancellationToken.None))
        {
            questions[(int)row.GetInt64(0) - 1].Found = JobRecordRow.Read(row, 1);
        }

        return true;
    }

    private async Task AnswerAllAsync()
    {
        while (Next() is { Count: > 0 } group)
        {
            try
            {
                await answer(group);
                group.ForEach(question => question.Answer.TrySetResult(question.Found));
            }
            catch (Exception exception)
            {
                group.ForEach(question => question.Answer.TrySetException(exception));
            }
        }
    }

    private List<Question> Next()
    {
        lock (gate)
        {
            var group = new List<Question>(Math.Min(waiting.Count, LargestGroup));
            while (group.Count < LargestGroup && waiting.TryDequeue(out var question))
            {
                group.Add(question);
            }

            if (group.Count == 0)
            {
                atOnce--;
            }

            return group;
        }
    }

    internal sealed class Question(string owner, JobId job)
    {
        public string Owner => owner;

        public JobId Job => job;

        public JobRecord? Found { get; set; }

        public TaskCompletionSource<JobRecord?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
