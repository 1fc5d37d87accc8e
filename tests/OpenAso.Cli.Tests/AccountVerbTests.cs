using System.Text.Json.Nodes;
using OpenAso.Operations.Access;

namespace OpenAso.Cli.Tests;

/// <summary>What <c>account</c> writes, keeps and refuses.</summary>
public sealed class AccountVerbTests(DemoCopy demo) : IClassFixture<DemoCopy>
{
    private const string Person = "--issuer https://login.example.org --subject 8f3a";

    [Fact]
    public void An_account_is_made_tied_changed_and_ended()
    {
        var made = Json("add --account ann --name Ann --role examiner --role supervisor --employer acme --password");
        Assert.Equal("supervisor", (string)made["roles"]![1]!["role"]!);
        Assert.Equal("acme", (string)made["roles"]![0]!["employer"]!);
        Assert.Equal(20, ((string)made["password"]!).Length);
        Assert.Null(Listed("ann")["password"]);
        Assert.True((bool)Listed("ann")["hasPassword"]!);

        Assert.Equal("8f3a", (string)Json($"link --account ann {Person}")["identities"]![0]!["subject"]!);
        Assert.NotEqual((string)made["password"]!, (string)Json("password --account ann")["password"]!);
        Assert.StartsWith("otpauth://totp/OpenASO:ann?secret=", (string)Json("totp --account ann")["authenticator"]!,
            StringComparison.Ordinal);
        Assert.True((bool)Listed("ann")["hasAuthenticator"]!);
        Assert.False((bool)Json("totp --account ann --remove")["hasAuthenticator"]!);
        Assert.Equal("auditor", (string)Assert.Single(
            Json("roles --account ann --role auditor")["roles"]!.AsArray())!["role"]!);
        Assert.NotNull(Json("end --account ann")["endedAt"]);
        Assert.Empty(Listed("ann")["identities"]!.AsArray());
        Assert.Equal(0, Cli.Run("verify", "--dir", demo.Folder).Code);

        var log = Cli.Run("account", "log", "--dir", demo.Folder).Output;
        Assert.Contains("keep-account  root  ann: ended  from openaso account", log, StringComparison.Ordinal);
        Assert.Contains("ann: linked to 8f3a at https://login.example.org", log, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trial_says_what_would_be_shows_no_secret_and_keeps_nothing()
    {
        var before = BooksTables.Rows(demo.Folder);
        var tried = Json("add --account bo --name Bo --role finance --password --dry-run");
        Assert.True((bool)tried["dryRun"]!);
        Assert.Null(tried["password"]);
        Assert.Equal(before, BooksTables.Rows(demo.Folder));
        Json("add --account bo --name Bo --role finance --password");
        before = BooksTables.Rows(demo.Folder);
        string[] changes =
        [
            "password --account bo", "totp --account bo", "end --account bo", "roles --account bo --role auditor",
            "link --account bo --issuer https://login.example.org --subject bo",
        ];
        foreach (var change in changes)
        {
            Assert.Null(Json($"{change} --dry-run")["authenticator"]);
            Assert.Equal(before, BooksTables.Rows(demo.Folder));
        }
    }

    [Theory]
    [InlineData("add --account ada --name X --role examiner", "There is, or was, an account 'ada'")]
    [InlineData("add --account cy --name X --role king", "--role expects one of examiner")]
    [InlineData("add --account cy --name X --role member", "--role expects one of examiner")]
    [InlineData("add --account c/y --name X --role examiner", "--account expects up to 64 letters")]
    [InlineData("add --account cy --name X --role examiner --employer nowhere", "There is no employer 'nowhere'")]
    [InlineData("add --account cy --name X", "--role")]
    [InlineData("roles --account none --role examiner", "There is no account 'none'")]
    [InlineData("end --account none", "There is no account 'none'")]
    [InlineData("end --account dee", "The account 'dee' was ended")]
    [InlineData("password --account dee", "The account 'dee' was ended")]
    [InlineData("add --account dee --name X --role examiner", "There is, or was, an account 'dee'")]
    [InlineData("link --account eve --issuer https://login.example.org --subject ada", "has an account already")]
    [InlineData("link --account eve --issuer https://login.example.org --subject x --remove", "is not tied")]
    public void What_cannot_be_is_refused_in_one_line(string arguments, string words)
    {
        Run("add --account ada --name Ada --role examiner");
        Run("link --account ada --issuer https://login.example.org --subject ada");
        Run("add --account eve --name Eve --role examiner");
        Run("add --account dee --name Dee --role examiner");
        Run("end --account dee");
        var result = Run(arguments);
        Assert.Equal(2, result.Code);
        Assert.Contains(words, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_roles_of_the_schema_are_those_of_the_program() => Assert.Equal(
        Enum.GetNames<Role>().Select(Documents.Words.Of),
        SchemaFile.Of("account").Root["properties"]!["roles"]!["items"]!["properties"]!["role"]!["enum"]!.AsArray()
            .Select(word => (string)word!));

    private CliResult Run(string arguments) =>
        Cli.Run(["account", .. arguments.Split(' '), "--by", "root", "--dir", demo.Folder]);

    private JsonNode Json(string arguments)
    {
        var result = Run(arguments + " --json");
        Assert.True(result.Code == 0, result.Error);
        Assert.Empty(SchemaFile.Of("account").Problems(result.Output.Trim()));
        return JsonNode.Parse(result.Output)!;
    }

    private JsonNode Listed(string account)
    {
        var lines = Cli.Run("account", "list", "--json", "--dir", demo.Folder).Output
            .Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.Empty(SchemaFile.Of("account").Problems(line)));
        return lines.Select(line => JsonNode.Parse(line)!).First(line => (string)line["account"]! == account);
    }
}
