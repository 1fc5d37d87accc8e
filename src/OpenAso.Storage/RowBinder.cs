namespace OpenAso.Storage;

/// <summary>Takes the values of one row, without boxing them.</summary>
/// <remarks>Every value of every row has to be bound; a forgotten one is an error, not the value of the row before.
/// Numbers run from 1, in the order of the columns, or of the statement's parameters.</remarks>
public abstract class RowBinder
{
    /// <summary>Binds a whole number.</summary>
    /// <param name="number">From 1.</param>
    /// <param name="value">As it is kept.</param>
    public abstract void Bind(int number, long value);

    /// <summary>Binds a text.</summary>
    /// <param name="number">From 1.</param>
    /// <param name="value">Null binds the database's null.</param>
    public abstract void Bind(int number, string? value);

    /// <summary>Binds a date.</summary>
    /// <param name="number">From 1.</param>
    /// <param name="value">As it is kept.</param>
    public abstract void Bind(int number, DateOnly value);

    /// <summary>Binds bytes; none at all are an empty value, not null.</summary>
    /// <param name="number">From 1.</param>
    /// <param name="value">Copied before this returns.</param>
    public abstract void Bind(int number, ReadOnlySpan<byte> value);

    /// <summary>Binds the database's null.</summary>
    /// <param name="number">From 1.</param>
    public abstract void BindNull(int number);

    /// <summary>Binds a whole number or null.</summary>
    /// <param name="number">From 1.</param>
    /// <param name="value">Null binds the database's null.</param>
    public void Bind(int number, long? value)
    {
        if (value is { } known)
            Bind(number, known);
        else
            BindNull(number);
    }

    /// <summary>Binds a date or null.</summary>
    /// <param name="number">From 1.</param>
    /// <param name="value">Null binds the database's null.</param>
    public void Bind(int number, DateOnly? value)
    {
        if (value is { } known)
            Bind(number, known);
        else
            BindNull(number);
    }

    /// <summary>Binds bytes or null.</summary>
    /// <param name="number">From 1.</param>
    /// <param name="value">Null binds the database's null.</param>
    public void Bind(int number, byte[]? value)
    {
        if (value is null)
            BindNull(number);
        else
            Bind(number, value.AsSpan());
    }
}

/// <summary>Gives one row's values to the binder.</summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <param name="row">Whose values are wanted.</param>
/// <param name="binder">Takes them.</param>
public delegate void BindRow<in TRow>(TRow row, RowBinder binder);
