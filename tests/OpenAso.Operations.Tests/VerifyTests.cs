using System.Text;

namespace OpenAso.Operations.Tests;

/// <summary>Whoever changes one cent in the database is found out, and the row is named.</summary>
public class VerifyTests(TamperedBooks books) : IClassFixture<TamperedBooks>
{
    // Each row with what names it in the answer.
    private static readonly Dictionary<string, (string Row, string Name)> Tables = new()
    {
        ["claim"] = ("plan_paid > 0 and payee_key is not null and reversed_by is null", "claim"),
        ["accumulator"] = ("amount > 0", "'family ' || family"),
        ["transfer"] = ("key like 'claim-incurred:%'", "key"),
        ["account"] = ("debits_posted > 0 and kind = 1", "'account '"),
        ["payment"] = ("amount > 0 and payee_key like 'provider/%'", "payment"),
        ["payment_item"] = ("amount > 0", "claim"),
        ["fee"] = ("amount > 0 and month = '2026-02' and number = 1", "'2026-02'"),
        ["funding_request"] = ("amount > 0", "'funding request ' || number"),
    };

    [Fact]
    public async Task Books_that_nobody_touched_are_proved() => Assert.Empty(await books.TamperAsync(""));

    [Theory]
    [InlineData("claim", "billed")]
    [InlineData("claim", "allowed")]
    [InlineData("claim", "plan_paid")]
    [InlineData("claim", "member_owes")]
    [InlineData("claim", "taken_back")]
    [InlineData("claim", "seal")]
    [InlineData("accumulator", "amount")]
    [InlineData("transfer", "amount")]
    [InlineData("account", "debits_posted")]
    [InlineData("account", "credits_posted")]
    [InlineData("account", "debits_pending")]
    [InlineData("account", "credits_pending")]
    [InlineData("payment", "amount")]
    [InlineData("payment_item", "amount")]
    [InlineData("fee", "amount")]
    [InlineData("fee", "rate")]
    [InlineData("fee", "units")]
    [InlineData("funding_request", "amount")]
    public async Task One_cent_more_in_a_column_is_found_and_its_row_named(string table, string column) =>
        await AssertNamedAsync(table, $"update {table} set {column} = {column} + 1", Tables[table]);

    [Theory]
    [InlineData("payment-issued:%", "substr(key, 16, 32)")]
    [InlineData("fee-incurred:%", "'fees of ' || substr(key, 14, 7)")]
    [InlineData("funding-requested:%", "'funding request '")]
    [InlineData("fee-paid:%", "'account '")]
    [InlineData("funding-received:%", "'account '")]
    [InlineData("claim-reversed:%", "key")]
    public async Task One_cent_more_in_a_transfer_of_any_kind_is_found(string like, string name)
    {
        await AssertNamedAsync("transfer", "update transfer set amount = amount + 1", ($"key like '{like}'", name));
        await AssertNamedAsync("transfer", "delete from transfer", ($"key like '{like}'", name));
    }

    [Theory]
    [InlineData("claim", "status = 1 - status", "status in (0, 1)", "claim")]
    [InlineData("claim", "plan = plan || 'x'", "status = 0", "claim")]
    [InlineData("claim", "person = person + 1", "status = 0", "claim")]
    [InlineData("claim", "first_service = '2026-01-01'", "first_service > '2026-01-01'", "claim")]
    [InlineData("claim", "received = '2026-01-01'", "received > '2026-01-01'", "claim")]
    [InlineData("claim", "payee_key = 'provider/1'", "payee_key is not null", "claim")]
    [InlineData("claim", "provider_key = 'provider/1'", "payee_key is null", "claim")]
    [InlineData("claim", "reversed_by = null", "reversed_by is not null", "claim")]
    [InlineData("claim", "reversed_by = '1'", "reversed_by is null", "claim")]
    [InlineData("claim", "reverses = null", "reverses is not null", "claim")]
    [InlineData("claim", "taken_back_from = null", "taken_back > 0", "claim")]
    [InlineData("payment_item", "live = 0", "amount > 0", "claim")]
    [InlineData("payment_item", "payee_key = 'provider/1'", "amount > 0", "claim")]
    [InlineData("accumulator", "person = 99", "amount > 0", "'family ' || family")]
    [InlineData("transfer", "stripe = (stripe + 1) % 256", "key like 'claim-incurred:%'", "key")]
    [InlineData("transfer", "day = '2026-01-01'", "key like 'claim-incurred:%' and day > '2026-01-01'", "key")]
    [InlineData("family", "last_sequence = last_sequence + 1", "last_sequence > 1", "'family ' || family")]
    [InlineData("import", "received = received + 1", "number = 1", "'import 1'")]
    [InlineData("claim", "received = 'some day'", "status = 0", "claim")]
    [InlineData("document", "content = replace(content, '500', '501')", "kind = 'agreement'", "'agreement agreement'")]
    [InlineData("document", "content = content || ' '", "kind = 'fees'", "'fees fees.csv'")]
    [InlineData("document", "content = replace(content, 'a', 'e')", "kind = 'plan'", "'plan ' || id")]
    [InlineData("rejection", "billed = billed + 1", "1 = 1", "'rejected claim ' || number")]
    [InlineData("sent_file", "content = cast(content || ' ' as blob)", "kind = 'funding-request'", "name")]
    [InlineData("sent_file", "content = cast(content || ' ' as blob)", "kind = '999'", "name")]
    [InlineData("stop_loss_claimant", "eligible = eligible + 1", "1 = 1", "'claimant ' || claimant")]
    [InlineData("stop_loss_claimant", "reimbursable = reimbursable + 1", "excess > 0", "'claimant ' || claimant")]
    [InlineData("stop_loss_position", "specific = specific + 1", "1 = 1", "'stop-loss policy ' || policy")]
    [InlineData("stop_loss_position", "attachment = attachment - 1", "1 = 1", "'stop-loss policy ' || policy")]
    [InlineData("stop_loss_premium", "amount = amount + 1", "1 = 1", "'premium in row ' || number || ' of ' || month")]
    [InlineData("stop_loss_premium", "units = units + 1", "1 = 1", "'premium in row ' || number || ' of ' || month")]
    [InlineData("transfer", "amount = amount + 1", "key like 'stop-loss-due:%'", "'stop-loss premium of '")]
    [InlineData("transfer", "amount = amount + 1", "key like 'stop-loss-claimed:%'", "'stop-loss policy '")]
    [InlineData("person", "last_name = last_name || 'x'", "number = 1", "'family ' || family || ', its people'")]
    [InlineData("person", "birth_date = '1990-02-31'", "number = 2", "'family ' || family || ', its people'")]
    [InlineData("person", "member_id = 'M-0'", "number = 1", "'family ' || family || ', its people'")]
    [InlineData("coverage", "last_day = '2026-01-02'", "person = 1", "'family ' || family || ', its people'")]
    [InlineData("coverage", "first_day = 'some day'", "person = 1", "'family ' || family || ', its people'")]
    [InlineData("coverage", "plan = plan || 'x'", "person = 1", "'family ' || family || ', its people'")]
    [InlineData("coverage", "tier = tier + 1", "person = 1 and tier = 0", "'family ' || family || ', its people'")]
    [InlineData("census", "employees = employees + 1", "month = '2026-02'", "'census of ' || month")]
    [InlineData("census", "tier = tier + 50", "month = '2026-02'", "'census of ' || month")]
    [InlineData("census", "hash = 'x'", "month = '2026-02'", "'census of ' || month")]
    [InlineData("family", "hash = 'x'", "hash <> ''", "'family ' || family || ', its people'")]
    [InlineData("stop_loss_filing", "requested = requested + 1", "1 = 1", "'filing ' || filing")]
    [InlineData("stop_loss_filing", "excess = excess + 1", "1 = 1", "'filing ' || filing")]
    [InlineData("stop_loss_filing", "due_on = '2027-01-01'", "1 = 1", "'filing ' || filing")]
    [InlineData("stop_loss_filing", "claimant = claimant || '0'", "1 = 1", "'filing ' || filing")]
    [InlineData("stop_loss_filing", "sha256 = 'f' || substr(sha256, 2)", "sha256 not like 'f%'", "'filing ' || filing")]
    [InlineData("stop_loss_notice", "sent = '2026-05-01'", "1 = 1", "'notice for ' || claimant")]
    [InlineData("stop_loss_notice", "because = because || '.'", "1 = 1", "'notice for ' || claimant")]
    [InlineData("stop_loss_filing_step", "amount = amount + 1", "state = 'received'", "'filing ' || filing")]
    [InlineData("stop_loss_filing_step", "amount = amount - 1", "state = 'approved'", "'filing ' || filing")]
    [InlineData("stop_loss_filing_step", "reason = 'so'", "state = 'filed'", "'filing ' || filing")]
    [InlineData("stop_loss_filing_step", "reference = 'GLR-2'", "state = 'received'", "'payment GLR-2'")]
    [InlineData("sent_file", "content = cast(content || ' ' as blob)", "kind = 'stop-loss-filing'", "name")]
    [InlineData("sent_file", "content = cast(content || ' ' as blob), hash = ''",
        "kind = 'stop-loss-filing' and name like '%claims.csv'", "'filing ' || substr(name, 1, instr(name, '/') - 1)")]
    [InlineData("transfer", "amount = amount + 1", "key like 'stop-loss-received:%'", "'payment GLR-1'")]
    [InlineData("transfer", "day = '2026-05-30'", "key like 'stop-loss-received:%'", "'payment GLR-1'")]
    [InlineData("claim", "received = '2026-02-31'", "1 = 1", "claim")]
    [InlineData("payment", "day = '2026-01-01'", "day > '2026-01-01'", "payment")]
    public async Task A_word_changed_by_hand_is_found(string table, string change, string row, string name) =>
        await AssertNamedAsync(table, $"update {table} set {change}", (row, name));

    [Theory]
    [InlineData("claim")]
    [InlineData("accumulator")]
    [InlineData("transfer")]
    [InlineData("account")]
    [InlineData("payment")]
    [InlineData("payment_item")]
    [InlineData("fee")]
    [InlineData("funding_request")]
    public async Task A_row_that_is_deleted_is_missed(string table) =>
        await AssertNamedAsync(table, $"delete from {table}", Tables[table]);

    [Theory]
    [InlineData("claim", "status = 2", "'family ' || family")]
    [InlineData("claim",
        "sequence = (select max(sequence) from claim c where c.family = claim.family) and plan_paid = 0",
        "'family ' || family")]
    [InlineData("payment", "amount > 0 and payee_key like 'subscriber/%'", "payment")]
    [InlineData("payment", "amount = 0", "payment")]
    [InlineData("payment_item", "amount = 0", "claim")]
    [InlineData("payment_run", "number = 2", "'payment run 2'")]
    [InlineData("family", "last_sequence > 0", "'family ' || family")]
    [InlineData("family", "last_sequence = 0", "'family ' || family")]
    [InlineData("person", "number = 1", "family")]
    [InlineData("person", "number = 2", "'family ' || family || ', its people'")]
    [InlineData("coverage", "person = 2", "'family ' || family || ', its people'")]
    [InlineData("census", "month = '2026-03'", "'census of ' || month")]
    [InlineData("import", "number = 1", "'import 1'")]
    [InlineData("rejection", "1 = 1", "'import ' || import")]
    [InlineData("outbox", "event = 1", "'events of '")]
    [InlineData("sent_file", "kind = '835'", "'payment '")]
    [InlineData("sent_file", "kind = 'funding-request'", "'funding request '")]
    [InlineData("sent_file", "kind = 'stop-loss-filing'", "'filing ' || substr(name, 1, instr(name, '/') - 1)")]
    [InlineData("stop_loss_filing", "1 = 1", "'filing ' || filing")]
    [InlineData("stop_loss_filing_step", "state = 'received'", "'filing ' || filing")]
    [InlineData("stop_loss_filing_step", "state = 'filed'", "'filing ' || filing")]
    [InlineData("transfer", "key like 'stop-loss-received:%'", "'payment GLR-1'")]
    public async Task Other_rows_that_are_deleted_are_missed(string table, string row, string name) =>
        await AssertNamedAsync(table, $"delete from {table}", (row, name));

    [Fact]
    public async Task Months_whose_bill_or_count_was_deleted_are_named()
    {
        Assert.Contains(await books.TamperAsync("delete from fee where month = '2026-03'"),
            line => line.Contains("fees of 2026-03", StringComparison.Ordinal));
        Assert.Contains(await books.TamperAsync("delete from census where month = '2026-03'"),
            line => line.Contains("fees of 2026-03", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task A_byte_changed_in_a_payload_is_found(int sixth)
    {
        var named = new List<string>();
        var found = await books.TamperAsync(
            "update claim set payload = changed.payload from changed where claim.claim = changed.claim", connection =>
        {
            connection.CreateFunction("flipped", (byte[] payload) =>
            {
                payload[payload.Length * sixth / 6] ^= 1;
                return payload;
            });
            using var command = connection.CreateCommand();
            command.CommandText = "create temp table changed as select claim, flipped(payload) payload from "
                + "claim where status = 0 order by claim limit 1; select claim from changed";
            return (string)command.ExecuteScalar()!;
        }, named);
        Assert.Contains(found, line => line.Contains(named[0], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("BPR", 2)]
    [InlineData("CLP", 3)]
    [InlineData("CLP", 4)]
    [InlineData("CLP", 5)]
    [InlineData("SVC", 2)]
    [InlineData("SVC", 3)]
    [InlineData("CAS", 3)]
    public async Task An_amount_changed_in_a_remittance_is_found(string segment, int element)
    {
        var named = new List<string>();
        var found = await books.TamperAsync(
            "update sent_file set content = changed.content from changed where sent_file.name = changed.name",
            connection =>
        {
            connection.CreateFunction("dearer", (byte[] file) => Dearer(file, segment, element));
            using var command = connection.CreateCommand();
            command.CommandText = "create temp table changed as select name, dearer(content) content from "
                + "sent_file where kind = '835' order by name limit 1; select name from changed";
            return (string)command.ExecuteScalar()!;
        }, named);
        Assert.Contains(found, line => line.Contains(named[0], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Amounts_that_change_places_between_claims_of_a_remittance_are_found()
    {
        var named = new List<string>();
        var found = await books.TamperAsync(
            "update sent_file set content = changed.content from changed where sent_file.name = changed.name",
            connection =>
        {
            connection.CreateFunction("swapped", (byte[] file) => Swapped(file));
            using var command = connection.CreateCommand();
            command.CommandText = "create temp table changed as select name, swapped(content) content from "
                + "sent_file where kind = '835' order by name limit 1; select name from changed";
            return (string)command.ExecuteScalar()!;
        }, named);
        Assert.Contains(found, line => line.Contains(named[0], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_document_that_was_changed_after_it_was_handed_in_is_named() =>
        Assert.Contains(
            await books.TamperAsync("update document set content = content || ' ' where kind = 'fees'"),
            line => line.Contains("fees fees.csv", StringComparison.Ordinal));

    [Theory]
    [InlineData("update account set debits_posted = debits_posted + 1 where kind = 1",
        "account employer-fund, source employer, stripe ", "the sum of debits posted is ")]
    [InlineData("update stop_loss_position set specific = specific + 1",
        "stop-loss policy SL-2026-ACME: ", "what the carrier pays under the specific is ")]
    [InlineData("update stop_loss_claimant set eligible = eligible + 1", " of stop-loss policy SL-2026-ACME: ",
        "what counts is ")]
    [InlineData("delete from stop_loss_claimant", " of stop-loss policy SL-2026-ACME: ", "it is not on file")]
    public async Task What_does_not_agree_is_said_in_words(string change, string subject, string words)
    {
        var found = await books.TamperAsync(change);

        Assert.NotEmpty(found);
        Assert.All(found, line => Assert.DoesNotContain('{', line));
        Assert.Contains(found, line => line.Contains(subject, StringComparison.Ordinal)
            && line.Contains(words, StringComparison.Ordinal));
    }

    private async Task AssertNamedAsync(string table, string change, (string Row, string Name) of)
    {
        var named = new List<string>();
        var found = await books.TamperAsync(
            $"{change} where {KeyOf(table)} in (select {Concatenated(table)} from chosen)", connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"create temp table chosen as select * from {table} where {of.Row} limit 1; "
                + $"select {of.Name} from chosen";
            return Assert.IsType<string>(command.ExecuteScalar());
        }, named);
        Assert.Contains(found, line => line.Contains(named[0], StringComparison.Ordinal));
    }

    private static string KeyOf(string table) => Concatenated(table);

    // The primary key as one text; tenant and employer are the same in all rows.
    private static string Concatenated(string table) => table switch
    {
        "claim" => "family || '|' || sequence",
        "accumulator" => "family || '|' || person || '|' || limit_id || '|' || window_first || '|' || part",
        "transfer" => "key",
        "account" => "kind || '|' || source || '|' || stripe",
        "payment" => "payment",
        "payment_item" => "payment || '|' || family || '|' || claim",
        "fee" => "month || '|' || number",
        "family" => "family",
        "person" => "family || '|' || number",
        "coverage" => "family || '|' || person || '|' || line || '|' || first_day",
        "census" => "month || '|' || line || '|' || tier",
        "rejection" => "import || '|' || number",
        "document" => "kind || '|' || id || '|' || version",
        "outbox" => "shard || '|' || position",
        "sent_file" => "name",
        "stop_loss_claimant" => "policy || '|' || claimant",
        "stop_loss_position" => "policy",
        "stop_loss_filing" => "policy || '|' || number",
        "stop_loss_filing_step" => "filing || '|' || number",
        "stop_loss_notice" => "policy || '|' || claimant || '|' || kind || '|' || subject",
        "stop_loss_premium" => "policy || '|' || month || '|' || number",
        _ => "number",
    };

    private static byte[] Dearer(byte[] file, string segment, int element)
    {
        var segments = Encoding.ASCII.GetString(file).Split('~');
        var index = Array.FindIndex(segments, one => one.TrimStart().StartsWith(segment + "*", StringComparison.Ordinal)
            && one.Split('*')[element] is not ("" or "0"));
        var parts = segments[index].Split('*');
        var amount = decimal.Parse(parts[element], System.Globalization.CultureInfo.InvariantCulture) + 0.01m;
        parts[element] = amount.ToString(System.Globalization.CultureInfo.InvariantCulture);
        segments[index] = string.Join('*', parts);
        return Encoding.ASCII.GetBytes(string.Join('~', segments));
    }

    // The numbers of two claims of one payment change places: everything still adds up.
    private static byte[] Swapped(byte[] file)
    {
        var text = Encoding.ASCII.GetString(file);
        var numbers = text.Split("~")
            .Where(one => one.TrimStart().StartsWith("CLP*", StringComparison.Ordinal) && one.Split('*')[4] != "0")
            .Select(one => one.Split('*')[7]).Distinct().ToList();
        var (first, second) = (numbers[0], numbers[1]);
        return Encoding.ASCII.GetBytes(text.Replace(first, "#", StringComparison.Ordinal)
            .Replace(second, first, StringComparison.Ordinal)
            .Replace("#", second, StringComparison.Ordinal));
    }
}
