namespace OpenAso.Documents;

/// <summary>The permanent codes of what can be wrong with a document, listed in docs/findings-documents.md.</summary>
public static class DocumentCodes
{
    /// <summary>The text is not YAML.</summary>
    public const string NotYaml = "DOC001";

    /// <summary>A tab stands where only spaces may: in an indentation.</summary>
    public const string Tab = "DOC002";

    /// <summary>An anchor, an alias, a merge key or a tag, which these documents do not use.</summary>
    public const string Anchor = "DOC003";

    /// <summary>A second document follows in the same file.</summary>
    public const string SeveralDocuments = "DOC004";

    /// <summary>Maps and lists are nested too deeply.</summary>
    public const string TooDeep = "DOC005";

    /// <summary>The text is too long.</summary>
    public const string TooLong = "DOC006";

    /// <summary>There is nothing in the file, or it is not a map.</summary>
    public const string NotAMap = "DOC007";

    /// <summary>A key stands twice in one map.</summary>
    public const string DuplicateKey = "DOC008";

    /// <summary>A key is not a single word.</summary>
    public const string KeyNotAWord = "DOC009";

    /// <summary>A key that the document does not have.</summary>
    public const string UnknownKey = "DOC010";

    /// <summary>A key that must be there is not.</summary>
    public const string MissingKey = "DOC011";

    /// <summary>A value, a list or a map stands where another of them is expected.</summary>
    public const string WrongKind = "DOC012";

    /// <summary>A key has nothing behind it.</summary>
    public const string NoValue = "DOC013";

    /// <summary>Not an amount of money.</summary>
    public const string NotMoney = "DOC014";

    /// <summary>Not a date.</summary>
    public const string NotADate = "DOC015";

    /// <summary>Not a percentage.</summary>
    public const string NotAPercent = "DOC016";

    /// <summary>Not a whole number.</summary>
    public const string NotAnInteger = "DOC017";

    /// <summary>Neither yes nor no.</summary>
    public const string NotABoolean = "DOC018";

    /// <summary>Not one of the words that may stand here.</summary>
    public const string NotAChoice = "DOC019";

    /// <summary>A readable value outside its range.</summary>
    public const string OutOfRange = "DOC020";

    /// <summary>Not an identifier: lower-case letters, digits, hyphens.</summary>
    public const string NotAnIdentifier = "DOC021";

    /// <summary>An amendment removes a key, or stands before one, that the document does not have.</summary>
    public const string NothingToAmend = "DOC022";
}
