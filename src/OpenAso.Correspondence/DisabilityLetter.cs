using OpenAso.Correspondence.Html;
using OpenAso.Kernel;
using OpenAso.Members;

namespace OpenAso.Correspondence;

/// <summary>What a letter on a disability claim is about.</summary>
public enum DisabilityLetterKind
{
    /// <summary>Benefits are paid.</summary>
    Approval,

    /// <summary>The decision takes longer, or waits for what is missing.</summary>
    Extension,

    /// <summary>The claim is denied.</summary>
    Denial,

    /// <summary>The appeal is denied.</summary>
    AppealDenial,
}

/// <summary>A reason, with the plan's provision that it rests on.</summary>
/// <param name="Words">The reason, as the claimant reads it.</param>
/// <param name="Clause">The provision's number; empty where the plan has none for it.</param>
/// <param name="Text">What the provision says.</param>
public sealed record LetterReason(string Words, string Clause, string Text);

/// <summary>The view of somebody that was not followed.</summary>
/// <param name="From">Who: a treating physician, an expert that the plan asked, Social Security.</param>
/// <param name="Said">The view.</param>
/// <param name="Why">Why it was not followed.</param>
public sealed record UnfollowedView(string From, string Said, string Why);

/// <summary>A benefit that is paid.</summary>
/// <param name="Days">For which days.</param>
/// <param name="Net">Less offsets.</param>
public sealed record LetterBenefit(DateRange Days, Money Net);

/// <summary>A letter that decides a disability claim or an appeal, or says that it takes longer, with what the claims
/// procedure asks of it since 2018.</summary>
/// <remarks>Each part that the law asks for is a section whose <c>id</c> is the name that the law's list gives
/// it.</remarks>
public sealed record DisabilityLetter
{
    /// <summary>What it is about.</summary>
    public required DisabilityLetterKind Kind { get; init; }

    /// <summary>Who writes.</summary>
    public required Letterhead Sender { get; init; }

    /// <summary>To whom.</summary>
    public required PersonName Claimant { get; init; }

    /// <summary>Where it goes.</summary>
    public required Address Address { get; init; }

    /// <summary>The claim's number.</summary>
    public required string Claim { get; init; }

    /// <summary>The plan's name.</summary>
    public required string Plan { get; init; }

    /// <summary>The day of writing.</summary>
    public required DateOnly Written { get; init; }

    /// <summary>The reasons of a denial, or what still prevents a decision.</summary>
    public ValueList<LetterReason> Reasons { get; init; }

    /// <summary>What would complete the claim, each with why it is needed.</summary>
    public ValueList<string> ToComplete { get; init; }

    /// <summary>The views of professionals, of experts who were asked, and of Social Security that were not
    /// followed.</summary>
    public ValueList<UnfollowedView> Views { get; init; }

    /// <summary>Whether a medical or scientific judgment decided.</summary>
    public bool RestsOnMedicalJudgment { get; init; }

    /// <summary>Rules, guidelines, protocols and standards of the plan's own that were relied upon.</summary>
    public ValueList<string> InternalRules { get; init; }

    /// <summary>What is paid.</summary>
    public ValueList<LetterBenefit> Benefits { get; init; }

    /// <summary>The days that an appeal may take.</summary>
    public required int AppealWithinDays { get; init; }

    /// <summary>The days that the answer to an appeal may take.</summary>
    public required int AnsweredWithinDays { get; init; }

    /// <summary>When a decision is expected; of an extension.</summary>
    public DateOnly? DecisionExpected { get; init; }

    /// <summary>The days that the claimant has to send what is missing; of an extension.</summary>
    public int AnswerDays { get; init; }

    /// <summary>The plan's own last day for a suit; null where it has no limit of its own.</summary>
    public DateOnly? SuitUntil { get; init; }

    /// <summary>Offers of help in other languages, each in its own.</summary>
    public ValueList<string> Taglines { get; init; }

    /// <summary>The letter as a page.</summary>
    public HtmlPage ToPage() => new(Wording.Language, $"{DisabilityLetterWords.Title(Kind)}: claim {Claim}",
    [
        Sender.Header(),
        HtmlElement.Of("main",
        [
            Letterhead.Addressee(Wording.Name(Claimant), Address),
            HtmlElement.Of("p", $"{Wording.Day(Written)} · {Plan} · claim {Claim}"),
            HtmlElement.Of("h1", DisabilityLetterWords.Title(Kind)),
            HtmlElement.Of("p", DisabilityLetterWords.Opening(this)).With("class", "notice"),
            .. DisabilityLetterParts.Of(this),
            HtmlElement.Of("p", $"If you have a question about this letter, reach us at {Sender.Reach()}."),
            HtmlElement.Of("p", $"{Sender.Administrator}, {Wording.Day(Written)}"),
        ]),
    ]);
}
