using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Npgsql;

namespace OpenAso.Storage;

/// <summary>Rows in the binary form in which PostgreSQL copies them, each behind a number of its own.</summary>
/// <remarks>PERF: made by whoever has the time; what is left to do is to number them and to send their bytes.</remarks>
internal sealed class EncodedRows : RowBinder
{
    private const int NullLength = -1;

    // What a copy begins with, no flags, no extension; and the count of values that ends it.
    private static readonly byte[] Head = [.. "PGCOPY\n"u8, 0xff, .. "\r\n\0"u8, 0, 0, 0, 0, 0, 0, 0, 0];
    private static readonly byte[] End = [0xff, 0xff];

    private readonly (int First, int Length)[] _values;
    private readonly List<int> _numbers = [];
    private byte[] _row = new byte[1_024];
    private int _rowLength;
    private byte[] _rows;
    private int _rowsLength;

    private EncodedRows(int columns, int rows)
    {
        _values = new (int, int)[columns];
        _rows = new byte[rows * 256];
    }

    public int Count => _numbers.Count;

    /// <summary>Encodes every row.</summary>
    /// <param name="columns">How many values a row has.</param>
    /// <param name="statement">For the message where a value was forgotten.</param>
    /// <param name="bind">Gives a row's values.</param>
    /// <param name="rows">In order.</param>
    public static EncodedRows Of<TRow>(int columns, string statement, BindRow<TRow> bind, IReadOnlyList<TRow> rows)
    {
        var encoded = new EncodedRows(columns, rows.Count);
        foreach (var row in rows)
        {
            Array.Clear(encoded._values);
            encoded._rowLength = 0;
            bind(row, encoded);
            encoded.Keep(statement);
        }
        return encoded;
    }

    /// <summary>Sends them, numbered from a number on.</summary>
    /// <param name="connection">Where nothing else is under way.</param>
    /// <param name="copy">The statement, whose first column takes the numbers.</param>
    /// <param name="first">The number of the first row.</param>
    public void CopyTo(NpgsqlConnection connection, string copy, long first)
    {
        for (var row = 0; row < _numbers.Count; row++)
            BinaryPrimitives.WriteInt64BigEndian(_rows.AsSpan(_numbers[row]), first + row);
        using var stream = connection.BeginRawBinaryCopy(copy);
        stream.Write(Head);
        stream.Write(_rows.AsSpan(0, _rowsLength));
        stream.Write(End);
    }

    public override void Bind(int number, long value) =>
        BinaryPrimitives.WriteInt64BigEndian(Value(number, sizeof(long)), value);

    public override void Bind(int number, string? value)
    {
        if (value is null)
            BindNull(number);
        else
            Encoding.UTF8.GetBytes(value, Value(number, Encoding.UTF8.GetByteCount(value)));
    }

    public override void Bind(int number, DateOnly value) =>
        Bind(number, value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public override void Bind(int number, ReadOnlySpan<byte> value) => value.CopyTo(Value(number, value.Length));

    public override void BindNull(int number)
    {
        Value(number, 0);
        BinaryPrimitives.WriteInt32BigEndian(_row.AsSpan(_rowLength - sizeof(int)), NullLength);
    }

    // Room for a value of the row, behind its length.
    private Span<byte> Value(int number, int length)
    {
        var all = sizeof(int) + length;
        if (_rowLength + all > _row.Length)
            Array.Resize(ref _row, Math.Max(2 * _row.Length, _rowLength + all));
        BinaryPrimitives.WriteInt32BigEndian(_row.AsSpan(_rowLength), length);
        _values[number - 1] = (_rowLength, all);
        _rowLength += all;
        return _row.AsSpan(_rowLength - length, length);
    }

    // Values were bound in any order and are copied in that of the columns, behind their count and the row's number.
    private void Keep(string statement)
    {
        var missing = Array.FindIndex(_values, value => value.Length == 0);
        if (missing >= 0)
            throw BoundRows.Missing(missing, _values.Length, statement);
        const int Before = sizeof(short) + sizeof(int) + sizeof(long);
        if (_rowsLength + Before + _rowLength > _rows.Length)
            Array.Resize(ref _rows, Math.Max(2 * _rows.Length, _rowsLength + Before + _rowLength));
        BinaryPrimitives.WriteInt16BigEndian(_rows.AsSpan(_rowsLength), checked((short)(_values.Length + 1)));
        BinaryPrimitives.WriteInt32BigEndian(_rows.AsSpan(_rowsLength + sizeof(short)), sizeof(long));
        _rowsLength += Before;
        _numbers.Add(_rowsLength - sizeof(long));
        foreach (var (first, length) in _values)
        {
            _row.AsSpan(first, length).CopyTo(_rows.AsSpan(_rowsLength));
            _rowsLength += length;
        }
    }
}
