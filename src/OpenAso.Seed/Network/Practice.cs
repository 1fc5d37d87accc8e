using OpenAso.Kernel;

namespace OpenAso.Seed.Network;

/// <summary>A person who treats.</summary>
internal sealed record Clinician(Npi Npi, string Given, string Surname, string Taxonomy);

/// <summary>An organisation that bills.</summary>
internal sealed record Practice
{
    public required int Number { get; init; }

    public required Specialty Specialty { get; init; }

    public required Npi Npi { get; init; }

    public required string Name { get; init; }

    public required string TaxId { get; init; }

    public required string Street { get; init; }

    public required Town Town { get; init; }

    public required string State { get; init; }

    public required string Taxonomy { get; init; }

    public required bool InNetwork { get; init; }

    /// <summary>What it charges, in percent of the network's price; above 100.</summary>
    public required int Markup { get; init; }

    /// <summary>Whether its contract pays hospital stays by the day.</summary>
    public required bool IsPaidByTheDay { get; init; }

    public required IReadOnlyList<Clinician> Clinicians { get; init; }

    /// <summary>What it charges for something, in whole dollars.</summary>
    public Money Charge(Money price) => new((price.Cents * Markup / 100 + 99) / 100 * 100);
}
