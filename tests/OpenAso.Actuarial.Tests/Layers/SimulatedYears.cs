using OpenAso.Actuarial.Layers;

namespace OpenAso.Actuarial.Tests.Layers;

/// <summary>Years in which the cost of every person is drawn, and divided as the contract says it: the slow and obvious
/// way.</summary>
internal sealed class SimulatedYears(LayeredRisk risk, ulong seed)
{
    private readonly RandomStream _random = new(seed);

    public double[] Costs(int years, double specific, double aggregating, double attachment)
    {
        var costs = new double[years];
        for (var year = 0; year < years; year++)
        {
            var level = Math.Exp((risk.GroupSigma * _random.Normal()) - (0.5 * risk.GroupSigma * risk.GroupSigma));
            var (retained, layers, excess) = (0.0, 0.0, 0.0);
            foreach (var (people, own) in risk.Members.Items.Select(one => (one, specific))
                .Concat(risk.Lasered.Items.Select(one => (one, Math.Max(one.Deductible, specific)))))
            {
                for (var person = 0; person < people.Count; person++)
                {
                    if (_random.Uniform() < 0.14)
                        continue;
                    var cost = Math.Exp(7.53 + (1.725 * _random.Normal())) * people.Factor * level;
                    retained += Math.Min(cost, specific);
                    layers += Math.Min(cost, own) - Math.Min(cost, specific);
                    excess += Math.Max(cost - own, 0);
                }
            }
            costs[year] = Math.Min(retained, attachment) + layers + Math.Min(excess, aggregating);
        }
        return costs;
    }
}
