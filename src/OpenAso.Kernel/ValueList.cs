using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace OpenAso.Kernel;

/// <summary>An immutable list that equals another when its items do, so that a record may hold it.</summary>
/// <remarks>The default value is the empty list.</remarks>
/// <typeparam name="T">What it holds.</typeparam>
/// <param name="items">In order.</param>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Create))]
public readonly struct ValueList<T>(ImmutableArray<T> items) : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    private readonly ImmutableArray<T> _items = items;

    /// <summary>The items as an array that cannot change; never default.</summary>
    public ImmutableArray<T> Items => _items.IsDefault ? [] : _items;

    /// <summary>How many items.</summary>
    public int Count => _items.IsDefault ? 0 : _items.Length;

    /// <summary>An item by its index.</summary>
    /// <param name="index">From 0.</param>
    public T this[int index] => Items[index];

    /// <summary>The list with one more item behind.</summary>
    /// <param name="item">The new last item.</param>
    public ValueList<T> Add(T item) => new(Items.Add(item));

    /// <summary>Whether the other list has equal items in the same order.</summary>
    /// <param name="other">Another list.</param>
    public bool Equals(ValueList<T> other) => Items.AsSpan().SequenceEqual(other.Items.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ValueList<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in Items)
            hash.Add(item);
        return hash.ToHashCode();
    }

    /// <summary>Whether the two hold equal items in the same order.</summary>
    public static bool operator ==(ValueList<T> left, ValueList<T> right) => left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    public static bool operator !=(ValueList<T> left, ValueList<T> right) => !left.Equals(right);

    /// <summary>Without allocation in a <c>foreach</c>.</summary>
    public ImmutableArray<T>.Enumerator GetEnumerator() => Items.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable)Items).GetEnumerator();
}

/// <summary>Makes value lists.</summary>
public static class ValueList
{
    /// <summary>A list of these items; used by collection expressions.</summary>
    /// <typeparam name="T">What it holds.</typeparam>
    /// <param name="items">In order.</param>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => new([.. items]);

    /// <summary>A list of these items.</summary>
    /// <typeparam name="T">What it holds.</typeparam>
    /// <param name="items">In order.</param>
    public static ValueList<T> ToValueList<T>(this IEnumerable<T> items) => new([.. items]);
}
