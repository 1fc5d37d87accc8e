namespace OpenAso.Storage;

/// <summary>What went wrong with a database, as far as the caller can do something about it.</summary>
public enum StorageProblem
{
    /// <summary>There is no database at the place named.</summary>
    Missing,

    /// <summary>The place named cannot be opened: a folder, a path without permission, a folder that cannot be
    /// written.</summary>
    CannotOpen,

    /// <summary>Another process of this software works with the database.</summary>
    Owned,

    /// <summary>Another program keeps the database locked.</summary>
    Locked,

    /// <summary>The database can be read only.</summary>
    ReadOnly,

    /// <summary>No room is left where the database lies.</summary>
    Full,

    /// <summary>The bytes are not a database, or are a damaged one.</summary>
    Damaged,

    /// <summary>The device or the connection failed.</summary>
    DeviceFailed,

    /// <summary>The database was written by a newer version of this software.</summary>
    Newer,

    /// <summary>The database lacks migrations and was opened for reading only.</summary>
    Older,

    /// <summary>The database is not of this software, or its history of migrations is another.</summary>
    Foreign,

    /// <summary>A row with the same unique key is there already.</summary>
    Duplicate,

    /// <summary>A row breaks a check, lacks a value or refers to a row that is not there.</summary>
    Refused,
}
