using OpenAso.Actuarial.Distributions;

namespace OpenAso.Actuarial.Tests.Simulation;

/// <summary>The groups whose exact plan years are published.</summary>
internal static class SimulationCases
{
    private static readonly ClaimSeverity Usual = new ZeroInflated(0.14, new LognormalSeverity(7.53, 1.725));

    public static GroupRisk Of(string name) => name switch
    {
        "R1" => new([new RiskClass(2200, 1, Usual, 150_000)]) { GroupSigma = 0 },
        "R4" => new(
        [
            new(70, 0.45, Usual, 50_000), new(60, 0.70, Usual, 50_000), new(55, 1, Usual, 50_000),
            new(33, 1.9, Usual, 50_000), new(2, 15, Usual, 250_000),
        ])
        {
            GroupSigma = 0,
        },
        _ => new([new RiskClass(220, 1, Usual, 50_000)]) { GroupSigma = name == "R5" ? 0.10 : 0 },
    };
}
