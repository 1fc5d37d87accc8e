using OpenAso.Kernel;

namespace OpenAso.Seed;

/// <summary>A plan option and how many choose it.</summary>
/// <param name="Plan">As enrolment files name it in HD04.</param>
/// <param name="Percent">Of those with coverage on the line.</param>
public sealed record PlanShare(string Plan, int Percent);

/// <summary>An invented employer: who it is and what it offers.</summary>
public sealed record SeedProfile
{
    /// <summary>What its files begin with, for example acme.</summary>
    public required string Key { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Nine digits that the Internal Revenue Service does not give out.</summary>
    public required string TaxId { get; init; }

    /// <summary>Its group number, in REF*1L and SBR03.</summary>
    public required string GroupNumber { get; init; }

    /// <summary>Three letters that its subscribers' identifiers begin with.</summary>
    public required string MemberPrefix { get; init; }

    /// <summary>The network of its providers, in the fee and network files.</summary>
    public required string Network { get; init; }

    /// <summary>Medical options; their shares make 100.</summary>
    public required ValueList<PlanShare> MedicalPlans { get; init; }

    /// <summary>The dental option.</summary>
    public required string DentalPlan { get; init; }

    /// <summary>Whether employees have long-term disability, beside the short-term plan that all have.</summary>
    public bool HasLongTerm { get; init; }

    /// <summary>When options can be changed.</summary>
    public required PlanYear PlanYear { get; init; }

    /// <summary>Two letters: where its people and providers are.</summary>
    public required string State { get; init; }

    /// <summary>Towns of that state with a postal code.</summary>
    public required ValueList<Town> Towns { get; init; }

    /// <summary>Tells the employers apart in control numbers and identifiers; from 1 to 9.</summary>
    public required int Number { get; init; }

    /// <summary>A manufacturer in Ohio with two health options; plan years are calendar years.</summary>
    public static SeedProfile Acme { get; } = new()
    {
        Key = "acme",
        Name = "ACME MANUFACTURING",
        TaxId = "970000101",
        GroupNumber = "ACME1001",
        MemberPrefix = "ACM",
        Network = "summit",
        MedicalPlans = [new PlanShare("acme-ppo", 65), new PlanShare("acme-hdhp", 35)],
        DentalPlan = "acme-dental",
        HasLongTerm = true,
        PlanYear = PlanYear.Calendar,
        State = "OH",
        Towns =
        [
            new Town("COLUMBUS", "43215"), new Town("DAYTON", "45402"), new Town("AKRON", "44308"),
            new Town("TOLEDO", "43604"),
        ],
        Number = 1,
    };

    /// <summary>A grower in Oregon with one health option; plan years begin in July.</summary>
    public static SeedProfile Birch { get; } = new()
    {
        Key = "birch",
        Name = "BIRCH NURSERIES",
        TaxId = "970000202",
        GroupNumber = "BIRCH2002",
        MemberPrefix = "BIR",
        Network = "lakeside",
        MedicalPlans = [new PlanShare("birch-ppo", 100)],
        DentalPlan = "birch-dental",
        PlanYear = new PlanYear(7, 1),
        State = "OR",
        Towns = [new Town("SALEM", "97301"), new Town("EUGENE", "97401"), new Town("BEND", "97701")],
        Number = 2,
    };

    /// <summary>Every profile.</summary>
    public static ValueList<SeedProfile> All => [Acme, Birch];
}

/// <summary>A town.</summary>
/// <param name="Name">In capitals.</param>
/// <param name="Postal">Five digits.</param>
public sealed record Town(string Name, string Postal);
