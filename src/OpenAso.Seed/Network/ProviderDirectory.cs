using System.Globalization;

namespace OpenAso.Seed.Network;

/// <summary>Everybody who treats an employer's people, in its network or not.</summary>
/// <remarks>The same however many people there are.</remarks>
internal sealed class ProviderDirectory
{
    private sealed record Kind(int In, int Out, int Clinicians, string Name, string Taxonomy);

    // How many practices of each kind have a contract and how many have none, how many people treat there, what they
    // are called, and their taxonomy code.
    private static readonly Dictionary<Specialty, Kind> Kinds = new()
    {
        [Specialty.PrimaryCare] = new(12, 2, 4, "FAMILY MEDICINE", "207Q00000X"),
        [Specialty.Pediatrics] = new(6, 1, 4, "PEDIATRICS", "208000000X"),
        [Specialty.Obstetrics] = new(4, 1, 4, "WOMENS HEALTH", "207V00000X"),
        [Specialty.Cardiology] = new(3, 1, 3, "HEART GROUP", "207RC0000X"),
        [Specialty.Orthopedics] = new(4, 1, 4, "ORTHOPEDICS", "207X00000X"),
        [Specialty.Dermatology] = new(3, 1, 3, "DERMATOLOGY", "207N00000X"),
        [Specialty.Gastroenterology] = new(3, 1, 3, "DIGESTIVE HEALTH", "207RG0100X"),
        [Specialty.Oncology] = new(2, 1, 3, "CANCER CARE", "207RH0003X"),
        [Specialty.Surgery] = new(3, 1, 4, "SURGICAL ASSOCIATES", "208600000X"),
        [Specialty.Behavioral] = new(8, 4, 3, "COUNSELING", "103T00000X"),
        [Specialty.PhysicalTherapy] = new(5, 1, 3, "PHYSICAL THERAPY", "225100000X"),
        [Specialty.Chiropractic] = new(3, 1, 1, "CHIROPRACTIC", "111N00000X"),
        [Specialty.Imaging] = new(3, 1, 3, "IMAGING", "2085R0202X"),
        [Specialty.Laboratory] = new(2, 1, 0, "LABORATORIES", "291U00000X"),
        [Specialty.EmergencyMedicine] = new(3, 1, 6, "EMERGENCY PHYSICIANS", "207P00000X"),
        [Specialty.Anesthesiology] = new(2, 1, 5, "ANESTHESIA", "207L00000X"),
        [Specialty.HospitalMedicine] = new(2, 1, 6, "HOSPITALISTS", "208M00000X"),
        [Specialty.Hospital] = new(4, 1, 5, "HOSPITAL", "282N00000X"),
        [Specialty.Dialysis] = new(2, 1, 1, "KIDNEY CENTER", "261QE0700X"),
        [Specialty.Equipment] = new(2, 1, 0, "MEDICAL SUPPLY", "332B00000X"),
        [Specialty.Dentistry] = new(10, 2, 2, "DENTAL", "1223G0001X"),
        [Specialty.Orthodontics] = new(3, 1, 1, "ORTHODONTICS", "1223X0400X"),
    };

    private readonly Dictionary<Specialty, List<Practice>> _contracted = [];
    private readonly Dictionary<Specialty, List<Practice>> _others = [];

    public ProviderDirectory(SeedProfile employer, long rng)
    {
        var root = SeedStream.Of(rng).Branch(-employer.Number);
        foreach (var (specialty, kind) in Kinds)
        {
            _contracted[specialty] = [];
            _others[specialty] = [];
            for (var i = 0; i < kind.In + kind.Out; i++)
            {
                var practice = Make(employer, root.Branch(Practices.Count), specialty, i < kind.In);
                (practice.InNetwork ? _contracted : _others)[specialty].Add(practice);
                Practices.Add(practice);
            }
        }
    }

    /// <summary>In the order of their numbers.</summary>
    public List<Practice> Practices { get; } = [];

    /// <summary>Some practice of a kind; one without a contract as often as the percentage says.</summary>
    public Practice Pick(Specialty specialty, SeedStream stream, int percentOutside = 7) =>
        stream.Pick(stream.Percent(percentOutside) ? _others[specialty] : _contracted[specialty]);

    private Practice Make(SeedProfile employer, SeedStream stream, Specialty specialty, bool inNetwork)
    {
        var (_, _, clinicians, name, taxonomy) = Kinds[specialty];
        var number = Practices.Count + 1;
        var isHospital = specialty is Specialty.Hospital;
        return new Practice
        {
            Number = number,
            Specialty = specialty,
            Npi = NpiMaker.Of(stream),
            Name = $"{People.Names.Plant(stream)} {stream.Pick(Landmarks)} {name}",
            TaxId = (961_000_000 + employer.Number * 100_000 + number).ToString(CultureInfo.InvariantCulture),
            Street = People.Names.Street(stream),
            Town = stream.Pick(employer.Towns),
            State = employer.State,
            Taxonomy = taxonomy,
            InNetwork = inNetwork,
            Markup = (isHospital ? stream.Between(190, 320) : stream.Between(150, 260)) + (inNetwork ? 0 : 40),
            IsPaidByTheDay = isHospital && inNetwork && _contracted[specialty].Count == 0,
            Clinicians = [.. Enumerable.Range(0, clinicians).Select(_ => MakeClinician(stream, taxonomy))],
        };
    }

    private static readonly string[] Landmarks = ["BEND", "CREEK", "FALLS", "GROVE", "HILL", "PARK", "RIDGE", "VALLEY"];

    private static Clinician MakeClinician(SeedStream stream, string taxonomy) => new(
        NpiMaker.Of(stream), People.Names.Given(stream, stream.Percent(50) ? 'F' : 'M'), People.Names.Surname(stream),
        taxonomy == "282N00000X" ? "208M00000X" : taxonomy);
}
