namespace OpenAso.Operations.Tests;

/// <summary>A small employer with a year of claims that were paid every second week, and a stop-loss policy of which
/// several people have passed the deductible.</summary>
public sealed class YearOfBooks : IAsyncLifetime
{
    public static DateOnly LastRun { get; } = new(2026, 12, 24);

    internal PaidEmployer Employer { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Employer = await PaidEmployer.ImportedAsync(25, 12, specific: "2000");
        var payments = Employer.Payments;
        for (var day = new DateOnly(2026, 1, 8); day <= LastRun; day = day.AddDays(14))
            await Employer.CycleAsync(day, payments);
    }

    public ValueTask DisposeAsync() => Employer.DisposeAsync();
}
