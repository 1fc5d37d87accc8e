using OpenAso.Funding;
using OpenAso.Seed;

namespace OpenAso.Operations.Tests;

public class EmployerNumberTests
{
    public static TheoryData<string> Employers => new(SeedProfile.All.Items.Select(profile => profile.Key));

    [Theory]
    [MemberData(nameof(Employers))]
    public void An_employers_files_and_its_agreement_give_the_same_tax_number(string key)
    {
        var profile = SeedProfile.All.Items.Single(profile => profile.Key == key);
        var path = Repository.PathOf($"plans/{key}/agreement.yaml");
        var terms = AgreementReader.Read(File.ReadAllText(path), path).Value!.Segments[0];

        Assert.Equal(profile.TaxId, Digits(terms.Employer.Ein));
        Assert.StartsWith(profile.Name, terms.Employer.Name.ToUpperInvariant(), StringComparison.Ordinal);
        Assert.Equal("970000900", Digits(terms.Administrator.Ein));
    }

    private static string Digits(string ein) => ein.Replace("-", "", StringComparison.Ordinal);
}
