using System.Numerics;
using OpenAso.Actuarial.Distributions;

namespace OpenAso.Actuarial.Layers;

/// <summary>One person of a class at one level of the group: below the specific, and beyond it.</summary>
internal sealed class LayeredPerson
{
    private readonly double[] _excess;
    private readonly Complex[] _layers;
    private readonly Complex[] _atLaser;

    /// <param name="people">The class at its level, with the deductible that is its own.</param>
    /// <param name="specific">The specific.</param>
    /// <param name="passes">The probability of passing the specific.</param>
    /// <param name="below">The transform of the cost of who does not.</param>
    /// <param name="shape">How finely.</param>
    public LayeredPerson(RiskClass people, double specific, double passes, Wave below, JointShape shape)
    {
        (Count, Below) = (people.Count, below);
        var beyond = double.IsFinite(people.Deductible) ? people.Severity.Above(people.Deductible / people.Factor) : 0;
        _excess = shape.Parts == 0 || beyond == 0
            ? [beyond]
            : LossPoints.Even(ExcessSum.Excess(people, shape.Aggregating), shape.PartStep, shape.Parts + 1);
        if (_excess.Length > 1)
            _excess[0] -= 1 - beyond;
        (_layers, _atLaser) = people.Deductible > specific && shape.LayerPoints > 1
            ? Layers(people, specific, (passes, beyond), shape)
            : ([], []);
    }

    public int Count { get; }

    public Wave Below { get; }

    /// <summary>The transform of the excess of who passes the own deductible.</summary>
    public Complex Excess(Complex at)
    {
        var sum = Complex.Zero;
        for (var part = _excess.Length - 1; part >= 0; part--)
            sum = (sum * at) + _excess[part];
        return sum;
    }

    /// <summary>The transform of layer and excess of who is lasered and passes the specific.</summary>
    public Complex Beyond(Complex at, int turn) => _layers[turn] + (_atLaser[turn] * Excess(at));

    private static (Complex[] Layers, Complex[] AtLaser) Layers(
        RiskClass people, double specific, (double Specific, double Laser) passes, JointShape shape)
    {
        var layer = new RiskClass(
            people.Count, people.Factor, new ExcessSeverity(people.Severity, specific / people.Factor),
            people.Deductible - specific);
        var masses = LossPoints.Even(layer, shape.LayerStep, shape.LayerPoints);
        masses[0] -= 1 - passes.Specific;
        var whole = new double[shape.LayerPoints];
        var place = layer.Deductible / shape.LayerStep;
        var low = (int)place;
        whole[low] = 1 - (place - low);
        whole[low + 1] = place - low;
        for (var at = 0; at < masses.Length; at++)
            masses[at] -= passes.Laser * whole[at];
        return (Turned(masses), Turned(whole));
    }

    private static Complex[] Turned(double[] masses) => [.. Enumerable.Range(0, masses.Length).Select(turn =>
    {
        var sum = Complex.Zero;
        for (var at = 0; at < masses.Length; at++)
            sum += Complex.FromPolarCoordinates(masses[at], 2 * Math.PI * (turn * at % masses.Length) / masses.Length);
        return sum;
    })];
}
