using OpenAso.Kernel;

namespace OpenAso.Disability.Deciding;

/// <summary>A letter that the claims procedure asks for.</summary>
public enum LetterKind
{
    /// <summary>The decision takes longer.</summary>
    Extension,

    /// <summary>The claim is denied.</summary>
    Denial,

    /// <summary>The appeal is denied.</summary>
    AppealDenial,
}

/// <summary>Something that a letter must say.</summary>
/// <param name="Name">Short, for programs.</param>
/// <param name="Words">What it is, in our words.</param>
/// <param name="Citation">Of the law.</param>
public sealed record LetterItem(string Name, string Words, string Citation);

/// <summary>What letters on disability claims must say since 2018.</summary>
public static class LetterContentRules
{
    private static readonly LetterItem[] ExtensionItems =
    [
        new("standard", "The standards on which entitlement is based", "29 CFR 2560.503-1(f)(3)"),
        new("open-issues", "The issues that prevent a decision", "29 CFR 2560.503-1(f)(3)"),
        new("information-needed", "The information that is needed to resolve them", "29 CFR 2560.503-1(f)(3)"),
        new("time-to-answer", "The days that the claimant has to send it", "29 CFR 2560.503-1(f)(3)"),
        new("reason-and-date", "Why the time is extended, and when a decision is expected", "29 CFR 2560.503-1(f)(3)"),
    ];

    private static readonly LetterItem[] DenialItems =
    [
        new("reasons", "The specific reasons", "29 CFR 2560.503-1(g)(1)(i)"),
        new("provisions", "The plan's provisions that the decision rests on", "29 CFR 2560.503-1(g)(1)(ii)"),
        new("what-would-complete", "What would complete the claim, and why it is needed",
            "29 CFR 2560.503-1(g)(1)(iii)"),
        new("how-to-appeal", "How to appeal and until when, and the right to sue after an appeal",
            "29 CFR 2560.503-1(g)(1)(iv)"),
        new("disagreement-treating", "Why views of treating or evaluating professionals that the claimant presented "
            + "were not followed", "29 CFR 2560.503-1(g)(1)(vii)(A)(i)"),
        new("disagreement-advice", "Why views of experts whose advice the plan obtained were not followed, relied "
            + "upon or not", "29 CFR 2560.503-1(g)(1)(vii)(A)(ii)"),
        new("disagreement-social-security", "Why a disability determination of Social Security that was presented "
            + "was not followed", "29 CFR 2560.503-1(g)(1)(vii)(A)(iii)"),
        new("medical-judgment", "The scientific or clinical judgment, where medical necessity or experimental "
            + "treatment decides, or that it is to be had for the asking", "29 CFR 2560.503-1(g)(1)(vii)(B)"),
        new("internal-rules", "The internal rules that were relied upon, or that there are none",
            "29 CFR 2560.503-1(g)(1)(vii)(C)"),
        new("file", "That the claim's documents are to be had free of charge", "29 CFR 2560.503-1(g)(1)(vii)(D)"),
        new("language", "In a culturally and linguistically appropriate manner", "29 CFR 2560.503-1(g)(1)(viii)"),
    ];

    private static readonly LetterItem[] AppealDenialItems =
    [
        new("reasons", "The specific reasons", "29 CFR 2560.503-1(j)(1)"),
        new("provisions", "The plan's provisions that the decision rests on", "29 CFR 2560.503-1(j)(2)"),
        new("file", "That the claim's documents are to be had free of charge", "29 CFR 2560.503-1(j)(3)"),
        new("right-to-sue", "Further voluntary appeals, and the right to sue", "29 CFR 2560.503-1(j)(4)(i)"),
        new("limitation-date", "The plan's own limit of time for a suit, and the day on which it ends",
            "29 CFR 2560.503-1(j)(4)(ii)"),
        new("disagreement", "Why the views of professionals, of experts consulted and of Social Security were not "
            + "followed", "29 CFR 2560.503-1(j)(6)(i)"),
        new("medical-judgment", "The scientific or clinical judgment, or that it is to be had for the asking",
            "29 CFR 2560.503-1(j)(6)(ii)"),
        new("internal-rules", "The internal rules that were relied upon, or that there are none",
            "29 CFR 2560.503-1(j)(6)(iii)"),
        new("language", "In a culturally and linguistically appropriate manner", "29 CFR 2560.503-1(j)(7)"),
    ];

    /// <summary>What a letter must say, in the order of the law.</summary>
    /// <param name="kind">The letter.</param>
    [Source("29 CFR 2560.503-1(f)(3), (g)(1), (j) as changed for claims filed after 1 April 2018")]
    public static ValueList<LetterItem> For(LetterKind kind) => kind switch
    {
        LetterKind.Extension => [.. ExtensionItems],
        LetterKind.Denial => [.. DenialItems],
        _ => [.. AppealDenialItems],
    };
}
