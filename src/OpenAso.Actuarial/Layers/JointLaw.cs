using System.Numerics;
using OpenAso.Actuarial.Distributions;

namespace OpenAso.Actuarial.Layers;

/// <summary>The joint law of what is retained toward the aggregate and of what is kept beside it: of the excess of all
/// together up to the aggregating specific, and of the layers under lasers.</summary>
/// <remarks>
/// <para>Whoever passes the specific retains exactly it. So the transform of one person is <c>a(s) + b(s) q(z)</c>: a
/// of those who do not pass it, b of the specific itself, and q of the excess alone, by its own variable. Powers and
/// products of such sums give the whole group at each frequency and each z; the mixture over levels is a sum; both are
/// turned back.</para>
/// <para>Each person's excess counts up to the aggregating specific only, which changes nothing of what is kept: one
/// person alone may fill it. The variable of the excess runs on a circle that is smaller than the unit circle, so that
/// what comes round is damped to nothing.</para>
/// </remarks>
internal sealed class JointLaw
{
    private readonly JointShape _shape;
    private readonly double _specific;
    private readonly RealTransform _transform;
    private readonly Complex[] _rows;
    private readonly Wave[][] _whole;
    private readonly Wave _atSpecific;
    private readonly double[] _lattice;

    private JointLaw(JointShape shape, double specific)
    {
        (_shape, _specific) = (shape, specific);
        _transform = new RealTransform(shape.Length);
        var turns = 2 * shape.Parts;
        // The last row is the whole excess, whatever it is.
        _rows = [.. Enumerable.Range(0, turns)
            .Select(row => Complex.FromPolarCoordinates(shape.Radius, 2 * Math.PI * row / turns)), Complex.One];
        _whole = [.. _rows.Select(_ => Waves(shape.LayerPoints))];
        _lattice = new double[shape.Length];
        _atSpecific = NewWave();
        if (double.IsFinite(specific))
        {
            Put(specific, 1);
            _transform.Forward(_lattice, _atSpecific.Re, _atSpecific.Im);
        }
    }

    /// <summary>The law as columns: beside each amount that is kept beyond the aggregate, the masses of what is
    /// retained toward it.</summary>
    public static IReadOnlyList<JointColumn> Columns(
        LayeredRisk risk, double specific, JointShape shape, IReadOnlyList<GroupFactor> levels)
    {
        var law = new JointLaw(shape, specific);
        foreach (var level in levels)
            law.Add(risk, level);
        return law.Back();
    }

    private void Add(LayeredRisk risk, GroupFactor level)
    {
        var plain = risk.Plain(_specific)
            .Select(people => Person(people with { Deductible = _specific }, level)).ToList();
        var layered = risk.Layered(_specific).Select(people => Person(people, level)).ToList();
        var (members, all, one) = (NewWave(), NewWave(), NewWave());
        for (var row = 0; row < _rows.Length; row++)
        {
            members.Fill(1);
            foreach (var person in plain)
                Multiply(members, one, person, person.Excess(_rows[row]));
            for (var turn = 0; turn < _shape.LayerPoints; turn++)
            {
                if (layered.Count == 0)
                {
                    _whole[row][turn].Add(members, level.Weight);
                    continue;
                }
                members.CopyTo(all);
                foreach (var person in layered)
                    Multiply(all, one, person, person.Beyond(_rows[row], turn));
                _whole[row][turn].Add(all, level.Weight);
            }
        }
    }

    private void Multiply(Wave product, Wave one, LayeredPerson person, Complex beyond)
    {
        person.Below.CopyTo(one);
        one.Add(_atSpecific, beyond);
        SumSpectrum.MultiplyPower(
            Wave.Wide(product.Re), Wave.Wide(product.Im), Wave.Wide(one.Re), Wave.Wide(one.Im), person.Count);
    }

    private LayeredPerson Person(RiskClass people, GroupFactor level)
    {
        var scaled = people.Under(level);
        var capped = scaled with { Deductible = _specific };
        Array.Clear(_lattice);
        if (_shape.IsEven)
            LossPoints.Even(capped, _shape.Step, _shape.Length).CopyTo(_lattice, 0);
        else
        {
            var points = LossPoints.Of(capped, capped.Reach(1e-13), 512);
            for (var at = 0; at < points.Amounts.Length; at++)
                SixPoints.Put(_lattice, points.Amounts[at] / _shape.Step, points.Masses[at]);
        }
        var passes = double.IsFinite(_specific) ? scaled.Severity.Above(_specific / scaled.Factor) : 0;
        if (passes > 0)
            Put(_specific, -passes);
        var below = NewWave();
        _transform.Forward(_lattice, below.Re, below.Im);
        return new LayeredPerson(scaled, _specific, passes, below, _shape);
    }

    private void Put(double amount, double mass)
    {
        var place = amount / _shape.Step;
        if (!_shape.IsEven)
        {
            SixPoints.Put(_lattice, place, mass);
            return;
        }
        var low = (int)place;
        _lattice[low] += mass * (1 - (place - low));
        _lattice[low + 1] += mass * (place - low);
    }

    // From the circles back to amounts: first of the excess, then of the layers, then of what is retained.
    private List<JointColumn> Back()
    {
        var columns = new List<JointColumn>();
        var rest = Waves(_shape.LayerPoints);
        for (var turn = 0; turn < _shape.LayerPoints; turn++)
            _whole[^1][turn].CopyTo(rest[turn]);
        for (var part = 0; part < _shape.Parts; part++)
        {
            var row = Waves(_shape.LayerPoints);
            var damped = Math.Pow(_shape.Radius, -part) / (2 * _shape.Parts);
            for (var turn = 0; turn < _shape.LayerPoints; turn++)
            {
                for (var from = 0; from < 2 * _shape.Parts; from++)
                    row[turn].Add(_whole[from][turn], Complex.FromPolarCoordinates(
                        damped, -Math.PI * (from * part % (2 * _shape.Parts)) / _shape.Parts));
                rest[turn].Add(row[turn], -1);
            }
            Layers(columns, row, part * _shape.PartStep);
        }
        Layers(columns, rest, _shape.Aggregating);
        return columns;
    }

    private void Layers(List<JointColumn> columns, Wave[] row, double aggregating)
    {
        var count = _shape.LayerPoints;
        var sum = NewWave();
        for (var layer = 0; layer < count; layer++)
        {
            sum.Fill(0);
            for (var turn = 0; turn < count; turn++)
                sum.Add(row[turn], Complex.FromPolarCoordinates(
                    1.0 / count, -2 * Math.PI * (turn * layer % count) / count));
            if (sum.Re[0] < 1e-15)
                continue;
            var masses = new double[_shape.Length];
            _transform.Inverse(sum.Re, sum.Im, masses);
            columns.Add(new JointColumn(aggregating + (layer * _shape.LayerStep), masses));
        }
    }

    private Wave NewWave() => new(_transform.Frequencies);

    private Wave[] Waves(int count) => [.. Enumerable.Range(0, count).Select(_ => NewWave())];
}

/// <summary>What is kept beyond the aggregate, and with it the masses of what is retained toward it.</summary>
internal readonly record struct JointColumn(double Beyond, double[] Masses);
