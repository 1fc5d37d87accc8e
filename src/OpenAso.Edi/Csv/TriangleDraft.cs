using System.Globalization;
using OpenAso.Actuarial.Reserving;
using OpenAso.Kernel;
using Sylvan.Data.Csv;

namespace OpenAso.Edi.Csv;

/// <summary>A triangle while its file is read.</summary>
internal sealed class TriangleDraft(CsvDataReader csv, Place head, AmountKind kind, List<Finding> findings)
{
    private readonly List<(int Ordinal, string Name)> _ages = [];
    private readonly List<string> _origins = [];
    private readonly List<Place> _places = [];
    private readonly List<ValueList<decimal?>> _amounts = [];
    private readonly List<decimal> _exposure = [];
    private int _exposureOrdinal = -1;

    public void Read()
    {
        if (!ReadHead())
            return;
        var rows = 0;
        while (csv.Read())
        {
            var place = head with { Line = head.Line + ++rows };
            if (CsvTable.HasMoreThanColumns(csv))
                findings.Add(CsvTable.TooManyValues(csv, place));
            else if (Enumerable.Range(0, csv.RowFieldCount).Any(ordinal => Text(ordinal).Length > 0))
                ReadRow(place);
        }
        if (rows == 0)
            findings.Add(new Finding(CsvCodes.NoRows, Severity.Fatal, head with { Line = 0 },
                "The file has no rows below its first line."));
        else if (findings.Count == 0 && OriginCalendar.OutOfOrder(_origins) is { } wrong)
            Add(TriangleCodes.OutOfOrder, _places[wrong], 0,
                $"Origin '{_origins[wrong]}' does not come after '{_origins[wrong - 1]}'; sort the rows from the "
                + "oldest.");
    }

    public TriangleTable Table() => new(
        _origins.ToValueList(), _ages.Select(age => age.Name).ToValueList(), _amounts.ToValueList(),
        _exposure.ToValueList());

    private bool ReadHead()
    {
        for (var ordinal = 1; ordinal < csv.FieldCount; ordinal++)
        {
            var name = csv.GetName(ordinal).Trim();
            if (string.Equals(name, TriangleFile.Exposure, StringComparison.OrdinalIgnoreCase) && _exposureOrdinal < 0)
                _exposureOrdinal = ordinal;
            else if (name.Length == 0)
                return Fatal(TriangleCodes.AgesMissing, ordinal,
                    $"Column {ordinal + 1} has no name; name each development age, or remove a comma too many.");
            else if (_ages.Exists(age => age.Name == name) || name == TriangleFile.Exposure)
                return Fatal(
                    CsvCodes.ColumnRepeated, ordinal, $"Column '{name}' is named twice; remove one of the two.");
            else
                _ages.Add((ordinal, name));
        }
        if (_ages.Count == 0)
            return Fatal(TriangleCodes.AgesMissing, 0,
                "There is no development age: the first line names the origin, then each age, with commas between.");
        for (var age = 1; age < _ages.Count; age++)
        {
            if (Number(_ages[age].Name) is { } later && Number(_ages[age - 1].Name) is { } earlier && later <= earlier)
                return Fatal(TriangleCodes.OutOfOrder, _ages[age].Ordinal,
                    $"Age '{_ages[age].Name}' does not come after '{_ages[age - 1].Name}'; sort the columns from the "
                    + "youngest.");
        }
        return true;
    }

    private void ReadRow(Place place)
    {
        var origin = Text(0);
        if (origin.Length == 0)
            Add(CsvCodes.Empty, place, 0, "The origin is empty; it must be given.");
        else if (_origins.Contains(origin))
            Add(TriangleCodes.OriginRepeated, place, 0,
                $"Origin '{origin}' stands twice; add its rows up, or remove one.");
        _origins.Add(origin);
        _places.Add(place);
        _amounts.Add(Amounts(place));
        if (_exposureOrdinal >= 0)
            _exposure.Add(ExposureOf(place));
    }

    private ValueList<decimal?> Amounts(Place place)
    {
        var amounts = _ages.Select(age => Amount(place, age.Ordinal)).ToArray();
        // What could not be read has been said, and is no hole.
        var known = _ages.FindLastIndex(age => Text(age.Ordinal).Length > 0) + 1;
        var hole = _ages.FindIndex(0, known, age => Text(age.Ordinal).Length == 0);
        if (known == 0)
            Add(CsvCodes.Empty, place, _ages[0].Ordinal,
                "The origin has no amount; write 0 where nothing came, or remove the row.");
        else if (hole >= 0)
            Add(TriangleCodes.Hole, place, _ages[hole].Ordinal,
                $"Age '{_ages[hole].Name}' is blank and a later one is not; write 0 where nothing came, or what came.");
        else
            CheckSigns(place, amounts.AsSpan(0, known));
        return amounts.ToValueList();
    }

    private void CheckSigns(Place place, ReadOnlySpan<decimal?> amounts)
    {
        var sum = 0m;
        for (var age = 0; age < amounts.Length; age++)
        {
            sum = kind == AmountKind.Cumulative ? amounts[age] ?? 0 : sum + (amounts[age] ?? 0);
            if (sum >= 0)
                continue;
            Add(TriangleCodes.CumulativeBelowZero, place, _ages[age].Ordinal,
                $"Up to age '{_ages[age].Name}' the origin comes to {sum.ToString(CultureInfo.InvariantCulture)}, "
                + "below zero, from which nothing can be developed; correct it, or check whether the file is "
                + (kind == AmountKind.Cumulative ? "incremental." : "cumulative."));
            return;
        }
    }

    private decimal? Amount(Place place, int ordinal)
    {
        var text = Text(ordinal);
        if (text.Length == 0)
            return null;
        if (TriangleFile.TryAmount(text, out var amount))
            return amount;
        Add(CsvCodes.BadValue, place, ordinal,
            $"The amount is '{Shown(text)}'; expected is a number such as 1234.56, without thousands separators and of "
            + "at most 15 digits before the point, or nothing where it is not known yet.");
        return null;
    }

    private decimal ExposureOf(Place place)
    {
        var text = Text(_exposureOrdinal);
        if (TriangleFile.TryAmount(text, out var exposure) && exposure >= 0)
            return exposure;
        Add(text.Length == 0 ? CsvCodes.Empty : CsvCodes.BadValue, place, _exposureOrdinal,
            $"The exposure is '{Shown(text)}'; expected is a number that is not below zero, for every origin.");
        return 0;
    }

    private string Text(int ordinal) => ordinal < csv.RowFieldCount ? csv.GetString(ordinal).Trim() : "";

    private bool Fatal(string code, int ordinal, string message)
    {
        findings.Add(new Finding(code, Severity.Fatal, head with { Column = ordinal + 1 }, message));
        return false;
    }

    private void Add(string code, Place place, int ordinal, string message) => findings.Add(new Finding(
        code, Severity.Rejected, place with { Column = ordinal + 1, Path = csv.GetName(ordinal).Trim() }, message));

    private static decimal? Number(string name) =>
        decimal.TryParse(name, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    // Without signs that move the cursor of a terminal.
    private static string Shown(string text) => string.Concat(
        (text.Length <= 24 ? text : text[..24] + "…").Select(letter => char.IsControl(letter) ? '?' : letter));
}
