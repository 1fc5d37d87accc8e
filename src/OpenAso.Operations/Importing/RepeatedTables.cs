namespace OpenAso.Operations.Importing;

/// <summary>Recognises enrolment tables that were read before, by what they say: a table has no sender and no control
/// number to be known by.</summary>
internal static class RepeatedTables
{
    /// <summary>Stands where an interchange has its sender, which always holds a colon.</summary>
    public const string Sender = "table";

    /// <summary>The tables that are applied now.</summary>
    /// <param name="tables">In the order in which they are applied.</param>
    /// <param name="known">Hashes of those that finished imports have read; receives those that are read now.</param>
    /// <param name="again">Whether those that were read before are meant once more.</param>
    /// <returns>All but the repeated ones; with <paramref name="again"/> all of them.</returns>
    public static IReadOnlyList<InputFile> Taken(
        IReadOnlyList<InputFile> tables, HashSet<string> known, bool again) =>
        [.. tables.Where(table => known.Add(EnrollmentTables.HashOf(table)) || again)];
}
