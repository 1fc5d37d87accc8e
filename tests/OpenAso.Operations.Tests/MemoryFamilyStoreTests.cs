using OpenAso.Operations.Deciding;

namespace OpenAso.Operations.Tests;

public sealed class MemoryFamilyStoreTests : FamilyStoreConformance
{
    private protected override Task<IFamilyStore> OpenAsync(EmployerScope scope) =>
        Task.FromResult<IFamilyStore>(new MemoryFamilyStore(scope, Seeded.Families));
}
