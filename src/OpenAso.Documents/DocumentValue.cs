using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using OpenAso.Kernel;

namespace OpenAso.Documents;

/// <summary>What stands behind a key or in a list, not yet understood.</summary>
/// <remarks>Each question answers null where the value is absent, or is not what was asked for; the second leaves a
/// finding, the first does not.</remarks>
public readonly struct DocumentValue
{
    private readonly DocumentFindings _findings;

    /// <summary>A value to be understood.</summary>
    /// <param name="node">Null where it is absent.</param>
    /// <param name="findings">Receives what is wrong.</param>
    public DocumentValue(DocumentNode? node, DocumentFindings findings) => (Node, _findings) = (node, findings);

    /// <summary>The node; null where the value is absent.</summary>
    public DocumentNode? Node { get; }

    /// <summary>Whether anything stands there.</summary>
    [MemberNotNullWhen(true, nameof(Node))]
    public bool IsPresent => Node is not null;

    /// <summary>Whether a map stands there.</summary>
    public bool IsMap => Node is DocumentMap;

    /// <summary>Any text but the empty one, without spaces around it.</summary>
    public string? Text() => Scalar()?.Value.Trim();

    /// <summary>An identifier of ours: lower-case letters, digits and hyphens.</summary>
    public string? Identifier() => Understand(DocumentCodes.NotAnIdentifier,
        "an identifier of lower-case letters, digits and hyphens, for example office-visit", text =>
        text.All(letter => letter is >= 'a' and <= 'z' or >= '0' and <= '9' or '-') && text[0] != '-' ? text : null);

    /// <summary>A currency by its three capital letters, such as USD.</summary>
    public string? Currency()
    {
        if (Text() is not { } text)
            return null;
        if (text.Length == 3 && text.All(char.IsAsciiLetterUpper))
            return text;
        Stop(DocumentCodes.NotAChoice, $"'{text}' is not a currency's three capital letters, for example USD.");
        return null;
    }

    /// <summary>A day from 1900 to 2199, written 2026-01-31.</summary>
    public DateOnly? Date() => Parse(
        DocumentCodes.NotADate, "a date from 1900 to 2199 as year-month-day, for example 2026-01-31",
        (string text, out DateOnly date) => DateOnly.TryParseExact(
            text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
            && date.Year is >= 1900 and <= 2199);

    /// <summary>An amount of money, zero or more, written 1500 or 1500.00.</summary>
    public Money? Money() => Money(Kernel.Money.Zero, new Money(100_000_000_000_00));

    /// <summary>An amount of money, written 1500 or 1500.00.</summary>
    /// <param name="least">The smallest that may stand here.</param>
    /// <param name="most">The largest that may stand here.</param>
    public Money? Money(Money least, Money most) => InRange(Parse(DocumentCodes.NotMoney,
        "an amount with a point and at most two decimals, without thousands separators or a currency sign, "
                + "for example 1500 or 37.50",
        (string text, out Money money) => Kernel.Money.TryParse(text, out money)), least, most);

    /// <summary>A share of 0 % to 100 %, written 20%.</summary>
    public Percent? Percent() => Percent(Kernel.Percent.None, Kernel.Percent.Whole);

    /// <summary>A share, written 20%; the sign is asked for, so that 0.2 cannot be meant.</summary>
    /// <param name="least">The smallest that may stand here.</param>
    /// <param name="most">The largest that may stand here.</param>
    public Percent? Percent(Percent least, Percent most) => InRange(Parse(DocumentCodes.NotAPercent,
        "a percentage with its sign, for example 20%", (string text, out Percent percent) =>
        Kernel.Percent.TryParse(text, out percent) && text.EndsWith('%')), least, most);

    /// <summary>A whole number.</summary>
    /// <param name="least">The smallest that may stand here.</param>
    /// <param name="most">The largest that may stand here.</param>
    public int? Integer(int least, int most) => InRange(Parse(DocumentCodes.NotAnInteger,
        "a whole number in digits, for example 12", (string text, out int number) => int.TryParse(
            text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number)), least, most);

    /// <summary>Yes or no; true and false say the same.</summary>
    public bool? Boolean() => Parse(DocumentCodes.NotABoolean, "yes or no", (string text, out bool value) =>
    {
        value = text is "yes" or "true";
        return value || text is "no" or "false";
    });

    /// <summary>One of the words of an enumeration, written in lower case with hyphens: calendar-year.</summary>
    /// <typeparam name="TEnum">Its members are the words.</typeparam>
    public TEnum? Choice<TEnum>() where TEnum : struct, Enum =>
        Choice(Enum.GetValues<TEnum>().ToDictionary(value => Words.Of(value.ToString()), value => (TEnum?)value));

    /// <summary>One of some words.</summary>
    /// <typeparam name="T">What the words stand for.</typeparam>
    /// <param name="words">Each word with its meaning.</param>
    public T? Choice<T>(IReadOnlyDictionary<string, T> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (Scalar() is not { } scalar)
            return default;
        var text = scalar.Value.Trim();
        if (words.TryGetValue(text, out var value))
            return value;
        _findings.Stop(DocumentCodes.NotAChoice, scalar.Place,
            $"'{Short(text)}' is none of: {string.Join(", ", words.Keys)}.{NearestWord.Suggestion(text, words.Keys)}");
        return default;
    }

    /// <summary>A map with known keys.</summary>
    public DocumentSection? Section() =>
        Expect<DocumentMap>("keys with values") is { } map ? new DocumentSection(map, _findings) : null;

    /// <summary>A map whose keys are the author's own: identifiers, clause numbers.</summary>
    /// <returns>In the order of the document; empty where the value is absent.</returns>
    public ImmutableArray<(string Key, DocumentValue Value)> Entries()
    {
        var findings = _findings;
        return Expect<DocumentMap>("keys with values") is { } map
            ? [.. map.Entries.Select(entry => (entry.Key, new DocumentValue(entry, findings)))]
            : [];
    }

    /// <summary>A list.</summary>
    /// <returns>In the order of the document; empty where the value is absent.</returns>
    public ImmutableArray<DocumentValue> Items()
    {
        var findings = _findings;
        return Expect<DocumentList>("a list, for example [a, b]") is { } list
            ? [.. list.Items.Select(item => new DocumentValue(item, findings))]
            : [];
    }

    /// <summary>A list, or the one thing that would stand in it.</summary>
    /// <returns>In the order of the document; empty where the value is absent.</returns>
    public ImmutableArray<DocumentValue> OneOrMore() => Node is null ? [] : Node is DocumentList ? Items() : [this];

    /// <summary>Adds a finding at this value that stops the document.</summary>
    /// <param name="code">Permanent and never reused.</param>
    /// <param name="message">What was expected and how to mend it.</param>
    public void Stop(string code, string message) => _findings.Stop(code, Node?.Place ?? Place.None, message);

    private delegate bool Reader<T>(string text, out T value);

    private T? Parse<T>(string code, string expected, Reader<T> read) where T : struct
    {
        if (Scalar() is not { } scalar)
            return null;
        if (read(scalar.Value.Trim(), out var value))
            return value;
        Misunderstood(code, scalar, expected);
        return null;
    }

    private string? Understand(string code, string expected, Func<string, string?> read)
    {
        if (Scalar() is not { } scalar)
            return null;
        var value = read(scalar.Value.Trim());
        if (value is null)
            Misunderstood(code, scalar, expected);
        return value;
    }

    private void Misunderstood(string code, DocumentScalar scalar, string expected) =>
        _findings.Stop(code, scalar.Place, $"'{Short(scalar.Value)}' is not {expected}.");

    private T? InRange<T>(T? value, T least, T most) where T : struct, IComparable<T>
    {
        if (value is not { } known || (known.CompareTo(least) >= 0 && known.CompareTo(most) <= 0))
            return value;
        _findings.Stop(DocumentCodes.OutOfRange, Node!.Place, string.Create(CultureInfo.InvariantCulture,
            $"{known} is out of range: expected {least} to {most}."));
        return null;
    }

    private DocumentScalar? Scalar()
    {
        if (Expect<DocumentScalar>("a single value") is not { } scalar)
            return null;
        if (!scalar.IsEmpty && !string.IsNullOrWhiteSpace(scalar.Value))
            return scalar;
        _findings.Stop(
            DocumentCodes.NoValue, scalar.Place, "Nothing stands here. Write the value, or leave the key out.");
        return null;
    }

    private T? Expect<T>(string expected) where T : DocumentNode
    {
        if (Node is null or T)
            return (T?)Node;
        if (Node is DocumentScalar { IsEmpty: true })
            _findings.Stop(
                DocumentCodes.NoValue, Node.Place, $"Nothing stands here. Write {expected}, or leave the key out.");
        else
            _findings.Stop(DocumentCodes.WrongKind, Node.Place, $"Here stands {Node.Kind}; expected {expected}.");
        return null;
    }

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
