namespace OpenAso.Conventions.Tests;

public sealed class NamesTests
{
    [Fact]
    public void No_type_of_a_capability_is_named_for_a_role_in_a_program() =>
        KnownGaps.Allow("name", Assemblies.Types
            .Where(type => Repository.Capabilities.Contains(Assemblies.ProjectOf(type)))
            .SelectMany(Names.Of));

    [Theory]
    [InlineData(typeof(ClaimManager))]
    [InlineData(typeof(MoneyHelper<int>))]
    [InlineData(typeof(PatientInfo))]
    public void A_forbidden_ending_is_found(Type type) => Assert.Single(Names.Of(type));

    [Theory]
    [InlineData(typeof(Information))]
    [InlineData(typeof(ServiceDate))]
    public void A_forbidden_word_elsewhere_in_the_name_is_not(Type type) => Assert.Empty(Names.Of(type));

    private abstract class ClaimManager;

    private abstract class MoneyHelper<T>;

    private abstract class PatientInfo;

    private abstract class Information;

    private abstract class ServiceDate;
}
