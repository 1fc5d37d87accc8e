using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace OpenAso.X12;

/// <summary>An immutable list that equals another when its items do, so that a typed transaction may hold it.</summary>
/// <remarks>The default value is the empty list. The library refers to nothing, hence a list of its own.</remarks>
/// <typeparam name="T">What it holds.</typeparam>
/// <param name="items">In the order of the file.</param>
[CollectionBuilder(typeof(Sequence), nameof(Sequence.Create))]
public readonly struct Sequence<T>(ImmutableArray<T> items) : IReadOnlyList<T>, IEquatable<Sequence<T>>
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
    public Sequence<T> Add(T item) => new(Items.Add(item));

    /// <summary>Whether the other list has equal items in the same order.</summary>
    /// <param name="other">Another list.</param>
    public bool Equals(Sequence<T> other) => Items.AsSpan().SequenceEqual(other.Items.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Sequence<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in Items)
            hash.Add(item);
        return hash.ToHashCode();
    }

    /// <summary>Whether the two hold equal items in the same order.</summary>
    public static bool operator ==(Sequence<T> left, Sequence<T> right) => left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    public static bool operator !=(Sequence<T> left, Sequence<T> right) => !left.Equals(right);

    /// <summary>Without allocation in a <c>foreach</c>.</summary>
    public ImmutableArray<T>.Enumerator GetEnumerator() => Items.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable)Items).GetEnumerator();
}

/// <summary>Makes sequences.</summary>
public static class Sequence
{
    /// <summary>A sequence of these items; used by collection expressions.</summary>
    /// <typeparam name="T">What it holds.</typeparam>
    /// <param name="items">In order.</param>
    public static Sequence<T> Create<T>(ReadOnlySpan<T> items) => new([.. items]);

    /// <summary>A sequence of these items.</summary>
    /// <typeparam name="T">What it holds.</typeparam>
    /// <param name="items">In order.</param>
    public static Sequence<T> ToSequence<T>(this IEnumerable<T> items) => new([.. items]);
}
