using System.Globalization;
using System.Text;
using OpenAso.Kernel;
using OpenAso.Ledger;

namespace OpenAso.Funding;

/// <summary>Why an obligation is not paid in a run. Ordered by precedence.</summary>
public enum HoldReason
{
    /// <summary>The agreement is not in force on the day of the run, nor its run-out.</summary>
    OutsideAgreement,

    /// <summary>The fund does not reach this far. Whatever is younger waits too.</summary>
    FundsInsufficient,

    /// <summary>The payee owes the plan more than it would be paid: all of it is carried forward.</summary>
    PayeeOwesPlan,
}

/// <summary>An obligation that waits for a later run.</summary>
/// <param name="Obligation">What waits.</param>
/// <param name="Reason">Why.</param>
public sealed record HeldObligation(Obligation Obligation, HoldReason Reason);

/// <summary>What a payment run would do: to be looked at, then executed.</summary>
/// <remarks>Nothing has been paid. The same obligations, funds, agreement and day give the same plan, and the same
/// <see cref="Hash"/>, on every machine and in whatever order they are handed in.</remarks>
public sealed class PaymentRunPlan
{
    internal PaymentRunPlan(
        AsoAgreement agreement, DateOnly date, FundAmounts available, PaymentSelection selection)
    {
        Employer = agreement.Employer;
        Agreement = agreement.Version;
        Date = date;
        Available = available;
        BeyondFunds = agreement.PayingOn(date)?.Funding.PayBeyondFunds is true;
        Payments = selection.Payments(agreement.Employer, date, available);
        Held = selection.Held;
        Hash = ContentHash.Of(Text());
    }

    /// <summary>Whose plan pays.</summary>
    public EmployerId Employer { get; }

    /// <summary>The content of the agreement planned by.</summary>
    public ContentHash Agreement { get; }

    /// <summary>The day on which the payments would be issued.</summary>
    public DateOnly Date { get; }

    /// <summary>What the fund can give away, before the run.</summary>
    public FundAmounts Available { get; }

    /// <summary>Whether the agreement lets payments go beyond the fund.</summary>
    public bool BeyondFunds { get; }

    /// <summary>By payee: providers first.</summary>
    public ValueList<Payment> Payments { get; }

    /// <summary>What waits, oldest first.</summary>
    public ValueList<HeldObligation> Held { get; }

    /// <summary>Names this plan: execution refuses another.</summary>
    public ContentHash Hash { get; }

    /// <summary>All payments together.</summary>
    public Money Total => Payments.Items.Total(payment => payment.Amount);

    /// <summary>Plans a run.</summary>
    /// <remarks>
    /// <para>A payee is paid once for all its claims, less what it owes this employer; another employer's claims never
    /// meet these. A payee that owes more than it would be paid gets nothing, and all of it is carried forward.</para>
    /// <para>Oldest first, by received date, then claim. A claim is paid in full or not at all; the first that the fund
    /// does not cover waits, and every younger one with it.</para>
    /// <para>Participants' money is spent first, then the plan's, then the employer's.</para>
    /// </remarks>
    /// <param name="obligations">All that are open for the employer, each once; in any order.</param>
    /// <param name="available">What the fund can give away.</param>
    /// <param name="agreement">The employer's.</param>
    /// <param name="date">The day on which the payments would be issued.</param>
    /// <exception cref="ArgumentException">An obligation is another employer's, is of zero, or comes twice.</exception>
    public static PaymentRunPlan From(
        IEnumerable<Obligation> obligations, FundAmounts available, AsoAgreement agreement, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(obligations);
        ArgumentNullException.ThrowIfNull(agreement);
        var ordered = PaymentSelection.Ordered(obligations, agreement.Employer);
        var selection = agreement.PayingOn(date) is not { } terms
            ? PaymentSelection.None(ordered, HoldReason.OutsideAgreement)
            : PaymentSelection.Of(ordered, terms.Funding.PayBeyondFunds ? null : available.Total);
        return new PaymentRunPlan(agreement, date, available, selection);
    }

    private string Text()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Employer}|{Agreement}|{Date:yyyy-MM-dd}|{BeyondFunds}");
        text.Append(CultureInfo.InvariantCulture,
            $"|{Available.Employer}|{Available.Participant}|{Available.PlanAssets}");
        foreach (var payment in Payments)
            text.Append(CultureInfo.InvariantCulture, $"\npay {payment.Id}");
        foreach (var held in Held)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"\nhold {held.Obligation.Key}={held.Obligation.Amount}#{held.Obligation.EarlierPayments}");
            text.Append(CultureInfo.InvariantCulture, $" {held.Reason}");
        }
        return text.ToString();
    }
}
