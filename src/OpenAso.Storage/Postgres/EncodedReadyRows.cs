namespace OpenAso.Storage;

/// <summary>Rows that are encoded already, where they are many.</summary>
internal sealed class EncodedReadyRows<TRow>(BulkInsert<TRow> insert, IReadOnlyList<TRow> rows)
    : ReadyRows<TRow>(insert, rows)
{
    private readonly EncodedRows? _encoded = PostgresBulkWriter.Encoded(insert, rows);

    internal override BulkResult InsertBy(BulkWriter writer) =>
        ((PostgresBulkWriter)writer).Insert(How, Rows, _encoded);
}
