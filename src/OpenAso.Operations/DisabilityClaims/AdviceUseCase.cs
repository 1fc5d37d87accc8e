using Dapper;
using OpenAso.Disability.Terms;
using OpenAso.Kernel;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Storing;
using OpenAso.Storage;

namespace OpenAso.Operations.DisabilityClaims;

/// <summary>What payroll is advised to pay somebody for a period.</summary>
/// <param name="Booked">The row of the books.</param>
/// <param name="Member">Employee or member number.</param>
/// <param name="Name">Of the claimant.</param>
public sealed record AdvisedBenefit(BookedBenefit Booked, string Member, Members.PersonName Name);

/// <summary>The advice for one payroll.</summary>
/// <param name="Payroll">Its day.</param>
/// <param name="Benefits">By claim, in the order in which they were advised.</param>
/// <param name="Paid">The day on which payroll paid as advised; null where nobody has told so.</param>
public sealed record PayrollAdvice(DateOnly Payroll, ValueList<AdvisedBenefit> Benefits, DateOnly? Paid)
{
    /// <summary>What payroll is to pay, before it withholds tax.</summary>
    public Money Amount => Benefits.Items.Total(one => one.Booked.Payable);
}

/// <summary>Advises the employer's payroll what to pay under advice-to-pay plans: kept by payroll day, without a
/// transfer, and in no funding request.</summary>
/// <param name="books">Open for writing.</param>
public sealed class AdviceUseCase(Books books)
{
    /// <summary>The advice for a payroll: what is certified by its day and was not advised before, and what newer
    /// versions of claims change. Asked again for the same day it says the same.</summary>
    /// <param name="terms">Of the employer; has disability plans.</param>
    /// <param name="payroll">Its day.</param>
    public Task<PayrollAdvice> AdviseAsync(EmployerTerms terms, DateOnly payroll)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return books.Database.WriteAsync(session => Advise(session, terms, payroll), size: int.MaxValue);
    }

    /// <summary>The advice that would be kept for a payroll; keeps nothing.</summary>
    /// <param name="terms">Of the employer; has disability plans.</param>
    /// <param name="payroll">Its day.</param>
    public Task<PayrollAdvice> PreviewAsync(EmployerTerms terms, DateOnly payroll)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return Preview.OfAsync(books, session => Advise(session, terms, payroll));
    }

    /// <summary>Records that payroll paid as it was advised: what turns out to be too high afterwards is an
    /// overpayment.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="payroll">The day of the advice.</param>
    /// <param name="paid">The day of the payment.</param>
    /// <returns>Null where nothing was advised for that payroll.</returns>
    public Task<PayrollAdvice?> PaidAsync(EmployerTerms terms, DateOnly payroll, DateOnly paid)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return books.Database.WriteAsync(session => Paid(session, terms, payroll, paid), size: int.MaxValue);
    }

    /// <summary>The advice that would be recorded as paid; keeps nothing.</summary>
    /// <param name="terms">Of the employer.</param>
    /// <param name="payroll">The day of the advice.</param>
    /// <param name="paid">The day of the payment.</param>
    /// <returns>Null where nothing was advised for that payroll.</returns>
    public Task<PayrollAdvice?> PreviewPaidAsync(EmployerTerms terms, DateOnly payroll, DateOnly paid)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return Preview.OfAsync(books, session => Paid(session, terms, payroll, paid));
    }

    private static PayrollAdvice Advise(WriteSession session, EmployerTerms terms, DateOnly payroll)
    {
        DisabilityBooking.BookThrough(session, terms, payroll, PaymentArrangement.AdviceToPay);
        return Of(session, terms, payroll);
    }

    private static PayrollAdvice? Paid(WriteSession session, EmployerTerms terms, DateOnly payroll, DateOnly paid)
    {
        var advice = Of(session, terms, payroll);
        if (advice.Benefits.Count == 0)
            return null;
        if (advice.Paid is null)
            session.Connection.Execute(
                "insert into disability_advice_paid (tenant, employer, payroll, paid) "
                    + "values (@tenant, @employer, @payroll, @paid)",
                terms.Scope.Bound(new { payroll = Days.Text(payroll), paid = Days.Text(paid) }));
        return advice with { Paid = advice.Paid ?? paid };
    }

    private static PayrollAdvice Of(WriteSession session, EmployerTerms terms, DateOnly payroll)
    {
        var claimants = DisabilityClaimRows.NewestOn(session.Connection, terms.Scope, DateOnly.MaxValue)
            .ToDictionary(kept => kept.Claim, kept => kept.Read().Claimant);
        var rows = BookedBenefitRows.Read(session.Connection, terms.Scope).Select(one => one.Row)
            .Where(row => row.IsAdvice && row.Day == payroll)
            .Select(row => new AdvisedBenefit(row, claimants[row.Claim].MemberId, claimants[row.Claim].Name));
        var paid = session.Connection.QueryFirstOrDefault<string?>(
            "select paid from disability_advice_paid where tenant = @tenant and employer = @employer "
                + "and payroll = @payroll", terms.Scope.Bound(new { payroll = Days.Text(payroll) }));
        return new PayrollAdvice(payroll, rows.ToValueList(), paid is null ? null : Days.Parse(paid));
    }
}
