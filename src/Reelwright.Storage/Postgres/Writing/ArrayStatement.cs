using Npgsql;
using NpgsqlTypes;

namespace Reelwright.Storage.Postgres.Writing;

/// <summary>
/// A statement that writes any number of rows at once: each of its parameters is an array with an element for each row. It is built once,
/// and filled and emptied for each batch.
/// </summary>
/// <remarks>
/// Such a statement joins the arrays to a table by <c>t.id = ANY (ARRAY[a.id])</c> or by a lateral subquery. Both mean plain equality, and
/// leave the planner no way but one index lookup for each element, whatever it believes about the table's size when it makes the one plan
/// that is kept.
/// </remarks>
internal sealed class ArrayStatement<TRow>(string sql)
{
    private readonly NpgsqlBatchCommand command = new(sql);
    private readonly List<Column> columns = [];

    public int Count { get; private set; }

    /// <summary>The next parameter. Columns stand in the order of <c>$1</c>, <c>$2</c>, ...</summary>
    public ArrayStatement<TRow> With<T>(NpgsqlDbType type, Func<TRow, T> value)
    {
        var column = new Column<T>(value);
        columns.Add(column);
        command.Parameters.Add(new NpgsqlParameter<List<T>> { TypedValue = column.Values, NpgsqlDbType = NpgsqlDbType.Array | type });
        return this;
    }

    public void Add(TRow row)
    {
        Count++;
        foreach (var column in columns)
        {
            column.Add(row);
        }
    }

    /// <summary>Joins the batch when there is anything to write.</summary>
    public void AppendTo(NpgsqlBatch batch)
    {
        if (Count > 0)
        {
            batch.BatchCommands.Add(command);
        }
    }

    public void Clear()
    {
        Count = 0;
        foreach (var column in columns)
        {
            column.Clear();
        }
    }

    private abstract class Column
    {
        public abstract void Add(TRow row);

        public abstract void Clear();
    }

    private sealed class Column<T>(Func<TRow, T> value) : Column
    {
        public List<T> Values { get; } = [];

        public override void Add(TRow row) => Values.Add(value(row));

        public override void Clear() => Values.Clear();
    }
}
