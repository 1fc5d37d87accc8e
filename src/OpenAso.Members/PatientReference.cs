namespace OpenAso.Members;

/// <summary>How a claim names its patient.</summary>
/// <param name="SubscriberMemberId">The identifier on the card (NM109 of the subscriber); a dependent with an own
/// identifier stands here as if a subscriber.</param>
/// <param name="IsSubscriber">Whether the claim says that the patient is the one the identifier belongs to.</param>
/// <param name="Name">The patient's.</param>
/// <param name="BirthDate">The patient's; null where not given.</param>
/// <param name="Sex">The patient's.</param>
public sealed record PatientReference(
    string SubscriberMemberId, bool IsSubscriber, PersonName Name, DateOnly? BirthDate, Sex Sex);
