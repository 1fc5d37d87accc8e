namespace OpenAso.Operations.Access;

/// <summary>Which entries of the access log are shown: those that are as each part says, which is left out where it is
/// null.</summary>
/// <param name="Account">Who, by the whole name to sign in with.</param>
/// <param name="Action">What was done.</param>
/// <param name="Day">On which day, by the world's clock.</param>
public sealed record AccessFilter(string? Account = null, AccessAction? Action = null, DateOnly? Day = null)
{
    /// <summary>What is added to a query, with its parameters <c>wanted</c>, <c>action</c>, <c>first</c> and
    /// <c>next</c>.</summary>
    internal string Condition =>
        (Account is null ? "" : " and account = @wanted")
        + (Action is null ? "" : " and action = @action")
        + (Day is null ? "" : " and moment >= @first and moment < @next");
}
