using Npgsql;
using Reelwright.Engine.Jobs;

namespace Reelwright.Storage.Postgres.Writing;

/// <summary>A claimed job (<c>jobs j</c> and <c>owned o</c>) and its columns in their order, behind the database's time.</summary>
internal static class ClaimedRow
{
    public const int Now = 0;
    public const int Id = 1;

    /// <summary>Columns in all, with the three by which they are ordered. Whether the call was adopted stands here.</summary>
    public const int Adopted = 22;

    /// <summary>A call's columns begin here.</summary>
    public const int Call = 23;

    public const string Columns =
        """
        j.id, j.owner, j.status, j.request, j.current_stage, j.stages_completed, j.progress_percentage, j.cost_limit, j.cost_total, j.cost_reserved, j.round,
        j.cost_in_doubt, o.cancel_requested, j.started_at, o.deaths, j.priority, o.kills, j.max_in_doubt
        """;

    /// <param name="ahead">How far this node's clock is ahead of the database's: deadlines are counted by the former.</param>
    public static Job Read(NpgsqlDataReader row, TimeSpan ahead) => new()
    {
        Id = new JobId(row.GetGuid(Id)),
        Owner = row.GetString(2),
        State = JobStates.Parse(row.GetString(3)),
        Request = row.GetString(4),
        CurrentStage = row.OptionalText(5),
        StagesCompleted = row.GetFieldValue<string[]>(6),
        Percentage = row.GetInt32(7),
        CostLimit = row.GetDecimal(8),
        Settled = row.GetDecimal(9),
        Reserved = row.GetDecimal(10),
        Round = row.GetInt32(11),
        InDoubt = row.GetDecimal(12),
        CancelRequested = row.GetBoolean(13),
        StartedAt = row.Moment(14) + ahead,
        Deaths = row.GetInt32(15),
        Priority = row.GetInt16(16),
        SoleCauseDeaths = row.GetInt32(17),
        MaxInDoubt = row.GetDecimal(18),
    };
}
