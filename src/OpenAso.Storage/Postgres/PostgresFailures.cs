using Npgsql;

namespace OpenAso.Storage;

/// <summary>What PostgreSQL says, told clearly.</summary>
/// <remarks>Its message names tables and constraints; the details, which hold values of rows, are left out.</remarks>
internal static class PostgresFailures
{
    /// <summary>Null where only a change of the program would help.</summary>
    public static StorageException? Translate(Exception failure, string database) => failure switch
    {
        PostgresException said => Explain(said, database) is { } explained
            ? new StorageException(explained.Problem, explained.Message, failure)
            : null,
        NpgsqlException said => new StorageException(StorageProblem.DeviceFailed,
            $"The server of {database} cannot be reached ({said.Message}). Check that it runs and that its address and "
            + "port are right, then run again; what was confirmed is kept.", failure),
        _ => null,
    };

    private static (StorageProblem Problem, string Message)? Explain(PostgresException said, string database) =>
        said.SqlState switch
        {
            _ when ApplicationRole.IsMissing(said) => (StorageProblem.Older,
                $"{database} was not set up for this user: {said.MessageText}. Open it for writing once as the user "
                + $"that owns it; then make other users members of {PostgresOptions.ApplicationRole}."),
            PostgresErrorCodes.UniqueViolation => (StorageProblem.Duplicate,
                $"A row is in {database} already ({Words(said)}). What is there stays; the command was undone."),
            PostgresErrorCodes.UntranslatableCharacter or PostgresErrorCodes.CharacterNotInRepertoire =>
                (StorageProblem.Refused, $"{database} refuses a text that holds a character it cannot keep "
                    + "(U+0000, or half of a pair). The command was undone; take the character out at the source."),
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
                (StorageProblem.CannotOpen, $"{database} does not let this user in ({said.MessageText}). Check user "
                    + "and password in the address."),
            PostgresErrorCodes.InvalidCatalogName => (StorageProblem.Missing,
                $"There is no database {database} ({said.MessageText}). Make it (createdb), or name another."),
            PostgresErrorCodes.InsufficientPrivilege => Privilege(said, database),
            PostgresErrorCodes.ReadOnlySqlTransaction => (StorageProblem.ReadOnly,
                $"{database} was opened for reading only, or its server is a standby. Open it for writing."),
            PostgresErrorCodes.LockNotAvailable => (StorageProblem.Locked,
                $"Another process keeps writing to {database}. Wait until it has finished, then run again."),
            PostgresErrorCodes.DiskFull or PostgresErrorCodes.OutOfMemory => (StorageProblem.Full,
                $"The server of {database} has no room left ({said.MessageText}). What was confirmed is kept, this "
                + "step was undone. Make room, then run again."),
            PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => (StorageProblem.Damaged,
                $"{database} is damaged ({said.MessageText}). Stop using it and restore it from a backup."),
            _ => ByClass(said, database),
        };

    private static (StorageProblem Problem, string Message)? ByClass(PostgresException said, string database) =>
        said.SqlState[..2] switch
        {
            "23" => (StorageProblem.Refused,
                $"{database} refuses a row ({Words(said)}). The command was undone; the row has to be mended."),
            "08" or "57" or "53" => (StorageProblem.DeviceFailed,
                $"The server of {database} cannot serve now ({said.MessageText}). Run again; what was confirmed is "
                + "kept."),
            // Whatever it was, the server has let nobody in, or has sent whoever was in away.
            _ when said.InvariantSeverity is "FATAL" or "PANIC" => (StorageProblem.DeviceFailed,
                $"The server of {database} lets nobody in now ({said.MessageText}). Run again; what was confirmed is "
                + "kept."),
            _ => null,
        };

    private static (StorageProblem Problem, string Message) Privilege(PostgresException said, string database) =>
        said.MessageText.Contains("row-level security", StringComparison.Ordinal)
            ? (StorageProblem.Refused,
                $"{database} refuses a row of another tenant ({said.MessageText}). The command was undone.")
            : (StorageProblem.CannotOpen,
                $"This user may not do that in {database} ({said.MessageText}). Open it once as the user that owns it, "
                + $"or make this user a member of {PostgresOptions.ApplicationRole}.");

    private static string Words(PostgresException said) =>
        said.TableName is { Length: > 0 } table ? $"{table}: {said.MessageText}" : said.MessageText;
}
