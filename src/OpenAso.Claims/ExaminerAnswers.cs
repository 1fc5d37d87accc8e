using OpenAso.Kernel;

namespace OpenAso.Claims;

/// <summary>What an examiner found out about a claim that waits, to decide it by.</summary>
/// <remarks>Nothing of what was sent is changed: an answer fills in what could not be found, or sets aside what a
/// person has looked at. The default answers nothing.</remarks>
public sealed record ExaminerAnswers
{
    /// <summary>The reasons that a person may set aside after looking at them. The others are mended: by a price, by
    /// the person treated, by a document, or the claim is denied.</summary>
    public const PendReasons MaySetAside = PendReasons.SuspectedDuplicate | PendReasons.WorkRelated
        | PendReasons.Accident | PendReasons.OtherCoverage;

    /// <summary>Prices of lines for which none is found; a line that has a price keeps it.</summary>
    public ValueList<AgreedPrice> Prices { get; init; }

    /// <summary>Who of the family was treated; null to match as usual.</summary>
    public PersonNumber? Person { get; init; }

    /// <summary>Reasons that are set aside, of <see cref="MaySetAside"/>. What another payer has decided already is
    /// never set aside.</summary>
    public PendReasons SetAside { get; init; }

    /// <summary>That the claim is denied as a whole; null to decide it.</summary>
    public ExaminerDenial? Denial { get; init; }
}

/// <summary>What was agreed for a line, or looked up elsewhere.</summary>
/// <param name="Line">The line's number, as the sender gave it.</param>
/// <param name="Amount">Zero or more; never more than the charge is taken.</param>
public sealed record AgreedPrice(int Line, Money Amount);

/// <summary>That an examiner denies a claim as a whole.</summary>
/// <param name="Reason">One of <see cref="Reasons"/>.</param>
/// <param name="Clause">The provision that it follows, as its document numbers it; null where none is cited.</param>
public sealed record ExaminerDenial(Denial Reason, ClauseId? Clause)
{
    /// <summary>The reasons for which an examiner may deny; the others follow from the plan alone.</summary>
    public static ValueList<Denial> Reasons { get; } =
    [
        Claims.Denial.Duplicate, Claims.Denial.Excluded, Claims.Denial.NotIdentified, Claims.Denial.WorkRelated,
        Claims.Denial.OtherPartyLiable, Claims.Denial.OtherPayerFirst, Claims.Denial.InformationMissing,
        Claims.Denial.ProviderNotIdentified, Claims.Denial.PaidOtherwise,
    ];
}
