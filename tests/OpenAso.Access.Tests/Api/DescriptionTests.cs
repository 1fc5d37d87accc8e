using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenAso.Operations.Access;

namespace OpenAso.Access.Tests.Api;

/// <summary>What is described is what is served: the document, and each of its examples.</summary>
public sealed class DescriptionTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Kept = "docs/openapi-v1.json";

    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static string ExamplesPath => Path.Combine(
        ParityTests.Root(), "src", "OpenAso.Api", "Description", "examples.json");

    private static bool IsUpdate => Environment.GetEnvironmentVariable("GOLDEN") == "update";

    [Fact]
    public async Task The_description_is_the_one_that_is_kept()
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        var served = await client.GetStringAsync(
            new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken);
        var path = Path.Combine(ParityTests.Root(), Kept);
        var text = served.ReplaceLineEndings("\n") + "\n";
        if (IsUpdate)
            await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        Assert.True(File.Exists(path), $"{Kept} is missing: run the tests once with GOLDEN=update and look at it.");
        Assert.Equal(
            (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n"), text);
    }

    [Fact]
    public async Task Every_operation_is_described_with_its_words_parameters_problems_and_an_example()
    {
        var document = await DocumentAsync();
        Assert.StartsWith("3.1", (string)document["openapi"]!, StringComparison.Ordinal);
        var examples = Examples();
        var names = new HashSet<string>();
        foreach (var (path, methods) in document["paths"]!.AsObject())
        {
            foreach (var (method, operation) in methods!.AsObject())
            {
                var name = (string)operation!["operationId"]!;
                Assert.True(names.Add(name), $"{name} stands twice.");
                Assert.False(string.IsNullOrEmpty((string?)operation["summary"]), $"{method} {path} says nothing.");
                Assert.True(operation["responses"]!["401"] is not null, name);
                Assert.True(examples.ContainsKey(name), $"{name} has no example.");
                Assert.All(
                    operation["parameters"]?.AsArray() ?? [],
                    parameter => Assert.False(
                        string.IsNullOrEmpty((string?)parameter!["description"]), $"{name}: {parameter["name"]}"));
            }
        }
        Assert.Equal(
            names.Order(StringComparer.Ordinal), examples.Select(one => one.Key).Order(StringComparer.Ordinal));
        Assert.Equal(ApiOperations.Of(server).Count(), names.Count);
    }

    [Fact]
    public async Task Every_example_is_answered_as_it_says()
    {
        var (resolver, promises) = (new ExampleIds(server), new OncePromises(server));
        var people = new ExamplePeople(server);
        var examples = Examples();
        foreach (var (name, example) in examples)
        {
            var role = RoleOf((string)example!["role"]!);
            using var program = (string?)example["person"] is { } person
                ? await people.SignInAsync(role, person)
                : await CallerAsync(role);
            var path = (string)example["path"]!;
            var body = example["body"] switch
            {
                null => null,
                JsonValue text => (string)text!,
                var json => json.ToJsonString(),
            };
            foreach (var (shown, what) in example["replace"]?.AsObject() ?? [])
            {
                var value = (string)what! == "person-code" ? people.Code : await resolver.FindAsync((string)what!);
                path = path.Replace(shown, value, StringComparison.Ordinal);
                body = body?.Replace(shown, value, StringComparison.Ordinal);
            }
            body = await resolver.WorkAsync(path, body);
            var call = new ExampleCall(
                name, role, new HttpMethod((string)example["method"]!), path, body,
                (string?)example["contentType"] ?? "application/json", example["once"] is not null);
            await promises.RefusedAsync(call, program);
            var reply = await call.SendAsync(program, call.IsOnce ? call.Key : null);
            Assert.True((int)example["status"]! == (int)reply.Status, $"{name}: {(int)reply.Status} {reply.Text}");
            await promises.KeptAsync(call, program, reply);
            if (example["answer"] is { } answer)
                AssertAlike(name, answer, reply.Json);
            else if (IsUpdate && reply.Headers.GetValueOrDefault("Content-Type")?.Contains("json") == true)
                example["answer"] = reply.Json;
        }
        if (IsUpdate)
            await File.WriteAllTextAsync(
                ExamplesPath, examples.ToJsonString(Written) + "\n", TestContext.Current.CancellationToken);
    }

    // Members have no tokens: they call from their page.
    private Task<ApiClient> CallerAsync(Role role) => role == Role.Member
        ? ApiClient.SignedInAsync(server, "acme-Member")
        : server.ProgramAsync(role);

    // The same members of the same kinds; what stands in them is of these books.
    private static void AssertAlike(string place, JsonNode? shown, JsonNode? answered)
    {
        if (shown is null || answered is null)
            return;
        Assert.True(shown.GetValueKind() == answered.GetValueKind()
            || (shown.GetValueKind(), answered.GetValueKind()) is
                (JsonValueKind.True or JsonValueKind.False,
                JsonValueKind.True or JsonValueKind.False), place);
        if (shown is JsonObject members)
        {
            Assert.Equal(
                (place, string.Join(' ', members.Select(one => one.Key).Order(StringComparer.Ordinal))),
                (place, string.Join(' ', answered.AsObject().Select(one => one.Key).Order(StringComparer.Ordinal))));
            foreach (var (name, member) in members)
                AssertAlike($"{place}/{name}", member, answered[name]);
        }
        if (shown is JsonArray { Count: > 0 } items && answered.AsArray().Count > 0)
            AssertAlike($"{place}/0", items[0], answered[0]);
    }

    private static Role RoleOf(string word) =>
        Enum.GetValues<Role>().First(role => Documents.Words.Of(role.ToString()) == word);

    private static JsonObject Examples() => (JsonObject)JsonNode.Parse(File.ReadAllText(ExamplesPath))!;

    private async Task<JsonNode> DocumentAsync()
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        return JsonNode.Parse(await client.GetStringAsync(
            new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken))!;
    }
}
