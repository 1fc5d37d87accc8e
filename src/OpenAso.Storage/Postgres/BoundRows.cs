using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace OpenAso.Storage;

/// <summary>Rows with their values bound, kept until they are sent.</summary>
internal sealed class BoundRows : RowBinder
{
    private readonly int _columns;
    private readonly List<Cell> _cells = [];
    private readonly Cell[] _row;

    private BoundRows(int columns)
    {
        _columns = columns;
        _row = new Cell[columns];
    }

    public int Count => _cells.Count / _columns;

    /// <summary>Binds every row.</summary>
    /// <param name="columns">How many values a row has.</param>
    /// <param name="statement">For the message where a value was forgotten.</param>
    /// <param name="bind">Gives a row's values.</param>
    /// <param name="rows">Read once.</param>
    public static BoundRows Of<TRow>(int columns, string statement, BindRow<TRow> bind, IEnumerable<TRow> rows)
    {
        var bound = new BoundRows(columns);
        foreach (var row in rows)
        {
            Array.Clear(bound._row);
            bind(row, bound);
            bound.Keep(statement);
        }
        return bound;
    }

    /// <summary>Gives the values of one row to a statement, in order.</summary>
    public void AddTo(NpgsqlParameterCollection parameters, int row)
    {
        for (var column = 0; column < _columns; column++)
            parameters.Add(_cells[(row * _columns) + column].ToParameter());
    }

    public override void Bind(int number, long value) => _row[number - 1] = new Cell(CellKind.Integer, value, null);

    public override void Bind(int number, string? value) =>
        _row[number - 1] = value is null ? Cell.Null : new Cell(CellKind.Text, 0, value);

    public override void Bind(int number, DateOnly value) =>
        Bind(number, value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public override void Bind(int number, ReadOnlySpan<byte> value) =>
        _row[number - 1] = new Cell(CellKind.Bytes, 0, value.ToArray());

    public override void BindNull(int number) => _row[number - 1] = Cell.Null;

    private void Keep(string statement)
    {
        var missing = Array.FindIndex(_row, cell => cell.Kind == CellKind.Missing);
        if (missing >= 0)
            throw Missing(missing, _columns, statement);
        _cells.AddRange(_row);
    }

    /// <summary>A value of a row was forgotten.</summary>
    public static InvalidOperationException Missing(int index, int columns, string statement) =>
        new($"Value {index + 1} of {columns} was not bound: {statement}");

    private enum CellKind : byte
    {
        Missing,
        Null,
        Integer,
        Text,
        Bytes,
    }

    private readonly record struct Cell(CellKind Kind, long Number, object? Content)
    {
        public static Cell Null => new(CellKind.Null, 0, null);

        public NpgsqlParameter ToParameter() => Kind switch
        {
            CellKind.Integer => new NpgsqlParameter<long> { TypedValue = Number, NpgsqlDbType = NpgsqlDbType.Bigint },
            CellKind.Text => new NpgsqlParameter<string>
            {
                TypedValue = (string)Content!,
                NpgsqlDbType = NpgsqlDbType.Text,
            },
            CellKind.Bytes => new NpgsqlParameter<byte[]>
            {
                TypedValue = (byte[])Content!,
                NpgsqlDbType = NpgsqlDbType.Bytea,
            },
            _ => new NpgsqlParameter { Value = DBNull.Value },
        };
    }
}
