namespace OpenAso.Storage;

/// <summary>What a database is opened for.</summary>
public enum DatabaseAccess
{
    /// <summary>Reading beside whoever writes; the database must be there.</summary>
    Read,

    /// <summary>Reading and writing; the database must be there.</summary>
    Write,

    /// <summary>Reading and writing; a database that is not there is made, with its folder.</summary>
    Create,
}
