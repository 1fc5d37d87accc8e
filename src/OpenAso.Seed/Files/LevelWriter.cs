using OpenAso.Seed.Care;
using OpenAso.Seed.Network;
using OpenAso.Seed.People;
using OpenAso.X12;

namespace OpenAso.Seed.Files;

/// <summary>What the claims under one subscriber level have in common.</summary>
/// <param name="Household">Whose.</param>
/// <param name="MemberId">As the provider knows it.</param>
/// <param name="IsPatient">Whether the subscriber is the patient; dependents stand on a level of their own.</param>
/// <param name="IsSecondary">Whether another payer goes first.</param>
internal sealed record LevelKey(Household Household, string MemberId, bool IsPatient, bool IsSecondary)
{
    public static LevelKey Of(ClaimDraft claim) => new(
        claim.Household, claim.MemberId, claim.Patient.Kinship == Kinship.Self, claim.OtherPayment is not null);
}

/// <summary>Writes the hierarchical levels of an 837 (loops 2000A to 2010CA), numbered from 1 without a gap.</summary>
internal sealed class LevelWriter(X12Writer writer)
{
    private int _last;
    private int _billing;
    private int _subscriber;

    public void Billing(Practice practice)
    {
        _billing = ++_last;
        writer.Begin("HL"u8).Number(_billing).Empty().Text("20").Text("1").End();
        writer.Begin("PRV"u8).Text("BI").Text("PXC").Text(practice.Taxonomy).End();
        writer.Begin("NM1"u8).Text("85").Text("2").Text(practice.Name).Empty(4).Text("XX")
            .Text(practice.Npi.ToString()).End();
        Address(practice.Street, practice.Town, practice.State, "0001");
        writer.Begin("REF"u8).Text("EI").Text(practice.TaxId).End();
    }

    public void Subscriber(LevelKey key)
    {
        _subscriber = ++_last;
        var (household, subscriber) = (key.Household, key.Household.Subscriber);
        writer.Begin("HL"u8).Number(_subscriber).Number(_billing).Text("22").Text(key.IsPatient ? "0" : "1").End();
        writer.Begin("SBR"u8).Text(key.IsSecondary ? "S" : "P").Text(key.IsPatient ? "18" : "")
            .Text(household.Employer.GroupNumber).Empty(5).Text("CI").End();
        writer.Begin("NM1"u8).Text("IL").Text("1").Text(subscriber.Surname).Text(subscriber.Given).Empty(3)
            .Text("MI").Text(key.MemberId).End();
        if (key.IsPatient)
            Person(household, subscriber);
        writer.Begin("NM1"u8).Text("PR").Text("2").Text(Envelope.PayerName).Empty(4).Text("PI").Text(Envelope.PayerId)
            .End();
    }

    public void Patient(Household household, PersonDraft patient)
    {
        writer.Begin("HL"u8).Number(++_last).Number(_subscriber).Text("23").Text("0").End();
        writer.Begin("PAT"u8).Text(MemberWriter.Relationship(patient.Kinship)).End();
        writer.Begin("NM1"u8).Text("QC").Text("1").Text(patient.Surname).Text(patient.Given).End();
        Person(household, patient);
    }

    private void Person(Household household, PersonDraft person)
    {
        Address(household.Street, household.Town, household.Employer.State, "");
        writer.Begin("DMG"u8).Text("D8").Date(person.Birth).Text(person.Sex.ToString()).End();
    }

    private void Address(string street, Town town, string state, string plusFour)
    {
        writer.Begin("N3"u8).Text(street).End();
        writer.Begin("N4"u8).Text(town.Name).Text(state).Text(town.Postal + plusFour).End();
    }
}
