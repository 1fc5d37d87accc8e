using OpenAso.Kernel;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Importing;

/// <summary>The day on which the claims of an import arrived, as it is kept with the import.</summary>
internal static class ReceivedDay
{
    private const string Own = "own";

    /// <summary>As it is kept.</summary>
    /// <param name="received">Null for each file's own date.</param>
    public static string Text(DateOnly? received) => received is { } day ? Days.Text(day) : Own;

    /// <summary>Whether what was kept is another day; what was not kept yet is none.</summary>
    /// <param name="kept">As it is kept.</param>
    /// <param name="received">As it is said now.</param>
    public static bool Differs(string kept, DateOnly? received) => kept.Length > 0 && kept != Text(received);

    /// <summary>For a message: what the command says for it.</summary>
    /// <param name="kept">As it is kept.</param>
    public static string Words(string kept) => $"{How(kept)}";

    /// <summary>For a sentence: what the command says for it, behind a comma; nothing where no day was kept.</summary>
    /// <param name="kept">As it is kept.</param>
    public static Sentence Said(string kept) => kept.Length == 0
        ? Sentence.Quoted("")
        : RefusalTexts.Room["files.by-which-day", How(kept)];

    private static Sentence How(string kept) => kept == Own
        ? RefusalTexts.Room["files.own-day"]
        : RefusalTexts.Room["files.received-day", kept];
}
