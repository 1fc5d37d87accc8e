using OpenAso.Claims;
using OpenAso.Funding;
using OpenAso.Kernel;
using OpenAso.Ledger;
using OpenAso.Operations.Reserving;

namespace OpenAso.Operations.Reporting;

/// <summary>Where an employer stands: what a benefits manager asks first.</summary>
public sealed record EmployerPosition
{
    /// <summary>The employer's name.</summary>
    public required string Employer { get; init; }

    /// <summary>Everything up to this day.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Employees and everybody covered, by line of coverage, on the day.</summary>
    public required ValueList<EnrolledLives> Lives { get; init; }

    /// <summary>How many claims stand where.</summary>
    public required ClaimCounts Claims { get; init; }

    /// <summary>From charges to payments, of claims that stand.</summary>
    public required ClaimMoney Money { get; init; }

    /// <summary>Paid against budget in the plan year, by month and line.</summary>
    public required BudgetByMonth Budget { get; init; }

    /// <summary>The costliest members, by pseudonym; ten at most.</summary>
    public required ValueList<MemberCost> Costliest { get; init; }

    /// <summary>Fees billed in the plan year so far.</summary>
    public required Money FeesBilled { get; init; }

    /// <summary>The stop-loss policy; null where the employer has none.</summary>
    public StopLossSummary? StopLoss { get; init; }

    /// <summary>What the plan year is expected to cost, and what it can cost at most.</summary>
    public required CostOutlook Outlook { get; init; }

    /// <summary>What must be set aside for services already incurred.</summary>
    public required ReservePosition Reserve { get; init; }

    /// <summary>Disability by line; none where the employer has no such plan.</summary>
    public ValueList<DisabilityLinePosition> Disability { get; init; }

    /// <summary>The fund.</summary>
    public required FundPosition Fund { get; init; }

    /// <summary>The end of this day is what the fund is shown at; null for all that is booked, whatever its day.
    /// </summary>
    public DateOnly? FundAsOf { get; init; }

    /// <summary>Surplus or deficit against the budget in the plan year so far.</summary>
    public required SurplusPosition Surplus { get; init; }
}

/// <summary>Who is covered under a line.</summary>
/// <param name="Line">The line of coverage.</param>
/// <param name="Employees">Subscribers.</param>
/// <param name="Members">Everybody, subscribers included.</param>
public sealed record EnrolledLives(LineOfCoverage Line, int Employees, int Members);

/// <summary>How many claims stand where.</summary>
/// <param name="Received">All of them, rejected ones included.</param>
/// <param name="Payable">Decided, and something or all of it covered.</param>
/// <param name="Denied">Decided, and nothing covered.</param>
/// <param name="Pended">Waiting for a person.</param>
/// <param name="Void">Taken back, or a request to do so.</param>
/// <param name="Rejected">Not taken.</param>
/// <param name="PendedFor">How many wait for each reason; a claim may wait for several.</param>
public sealed record ClaimCounts(
    int Received, int Payable, int Denied, int Pended, int Void, int Rejected,
    ValueList<(PendReasons Reason, int Claims)> PendedFor)
{
    /// <summary>Of the claims taken, those that no person had to look at.</summary>
    public Percent DecidedAlone
    {
        get
        {
            var taken = Payable + Denied + Void + Pended;
            return taken == 0 ? Percent.None : new Percent((int)((long)(taken - Pended) * 1_000_000 / taken));
        }
    }
}

/// <summary>From charges to payments.</summary>
/// <param name="Billed">Charged.</param>
/// <param name="Allowed">Recognised by the plan.</param>
/// <param name="PlanPaid">What the plan pays.</param>
/// <param name="MemberOwes">What members owe.</param>
public sealed record ClaimMoney(Money Billed, Money Allowed, Money PlanPaid, Money MemberOwes);

/// <summary>What a member has cost the plan.</summary>
/// <param name="Pseudonym">Stands for the member; the same in every report of the employer.</param>
/// <param name="Claims">How many claims.</param>
/// <param name="PlanPaid">What the plan pays for them.</param>
public sealed record MemberCost(string Pseudonym, int Claims, Money PlanPaid);
