using CsCheck;
using Dapper;

namespace OpenAso.Storage.Tests;

public abstract partial class StorageConformance
{
    private enum Kind
    {
        Fail,
        Ignore,
        Update,
        Throw,
    }

    private static readonly Gen<(Kind Kind, (long Id, long Amount)[] Rows, bool IsBulk)[]> Histories = Gen.Select(
        Gen.Enum<Kind>(), Gen.Select(Gen.Long[1, 8], Gen.Long[0, 99]).Array[0, 4], Gen.Bool).Array[1, 12];

    [Fact]
    public void Any_history_of_commands_ends_as_it_would_in_memory() =>
        Histories.Sample(
            history =>
            {
                Database.WriteAsync(session => session.Connection.Execute("delete from thing")).Wait();
                var model = new Dictionary<long, long>();
                var order = new List<int>();
                var release = Database.Hold();
                var commands = history.Select((command, index) => Database.WriteAsync(
                    session => Run(session, command.Kind, command.Rows, () => order.Add(index)),
                    command.IsBulk ? Urgency.Bulk : Urgency.Interactive)).ToArray();
                release();
                var failed = commands.Select(command => command.ContinueWith(done => !done.IsCompletedSuccessfully,
                    TaskScheduler.Default).Result).ToArray();

                var agrees = order.TrueForAll(index =>
                    Apply(model, history[index].Kind, history[index].Rows) == !failed[index]);
                var kept = Database.Read(connection => connection
                    .Query<(long, long)>("select id, amount from thing order by id").ToArray());
                return agrees && kept.SequenceEqual(model.OrderBy(row => row.Key).Select(row => (row.Key, row.Value)));
            },
            iter: 100, threads: 1);

    private static void Run(WriteSession session, Kind kind, (long Id, long Amount)[] rows, Action begun)
    {
        begun();
        var onConflict = kind switch
        {
            Kind.Ignore => OnConflict.Ignore,
            Kind.Update => OnConflict.Update("tenant", "id"),
            _ => OnConflict.Fail,
        };
        session.Insert(Thing.Insert(onConflict), rows.Select(row => new Thing(row.Id, Amount: row.Amount)));
        if (kind == Kind.Throw)
            throw new FormatException();
    }

    // False when the command fails and changes nothing.
    private static bool Apply(Dictionary<long, long> model, Kind kind, (long Id, long Amount)[] rows)
    {
        var changed = new Dictionary<long, long>(model);
        foreach (var (id, amount) in rows)
        {
            if (kind == Kind.Update)
                changed[id] = amount;
            else if (!changed.TryAdd(id, amount) && kind != Kind.Ignore)
                return false;
        }
        if (kind == Kind.Throw)
            return false;
        model.Clear();
        foreach (var (id, amount) in changed)
            model[id] = amount;
        return true;
    }
}
