using OpenAso.Kernel;
using OpenAso.Plans;
using OpenAso.Providers;

namespace OpenAso.Claims;

/// <summary>The determination's part of a payload of version 1.</summary>
internal static class DeterminationPayloadVersion1
{
    public static void Write(Determination determination, PayloadWriter writer)
    {
        writer.Byte((byte)determination.Status);
        writer.Count((int)determination.PendReasons);
        writer.Byte(determination.Person.Value);
        writer.Text(determination.Plan.Value ?? "");
        writer.Hash(determination.PlanVersion);
        writer.Byte((byte)determination.Payee);
        writer.Byte((byte)(determination.Reverses is null ? 0 : 1));
        if (determination.Reverses is { } reverses)
            writer.Id(reverses);
        writer.Count(determination.Lines.Length);
        foreach (var line in determination.Lines)
            WriteLine(line, writer);
        writer.Count(determination.Steps.Length);
        foreach (var step in determination.Steps)
            WriteStep(step, writer);
        WriteMovements(determination.Movements, writer);
        WriteMovements(determination.ReversedMovements, writer);
    }

    public static Determination Read(ref PayloadReader reader, Claim claim) => new()
    {
        Claim = claim.Id,
        Status = (ClaimStatus)reader.Byte(),
        PendReasons = (PendReasons)reader.Count(),
        Person = new PersonNumber(reader.Byte()),
        Plan = reader.Text() is { Length: > 0 } plan ? new PlanId(plan) : default,
        PlanVersion = reader.Hash(),
        Payee = (PayeeKind)reader.Byte(),
        Reverses = reader.Byte() != 0 ? reader.Id() : null,
        Lines = ReadLines(ref reader),
        Steps = ReadSteps(ref reader),
        Movements = ReadMovements(ref reader),
        ReversedMovements = ReadMovements(ref reader),
    };

    private static void WriteLine(in LineDetermination line, PayloadWriter writer)
    {
        writer.Money(line.Billed);
        writer.Money(line.Contractual);
        writer.Money(line.ProviderLiability);
        writer.Money(line.BalanceBill);
        writer.Money(line.MemberNotCovered);
        writer.Money(line.Allowed);
        writer.Money(line.Copay);
        writer.Money(line.Deductible);
        writer.Money(line.Coinsurance);
        writer.Money(line.Penalty);
        writer.Money(line.CobRelief);
        writer.Money(line.OtherPaid);
        writer.Money(line.PlanPaid);
        writer.Signed(line.Benefit);
        writer.Signed(line.Tier);
        writer.Byte((byte)line.Denial);
        writer.Byte((byte)line.Pricing);
        writer.Count(line.PriceRule);
    }

    private static LineDetermination[] ReadLines(ref PayloadReader reader)
    {
        var lines = new LineDetermination[reader.Count()];
        for (var i = 0; i < lines.Length; i++)
            lines[i] = ReadLine(ref reader);
        return lines;
    }

    private static LineDetermination ReadLine(ref PayloadReader reader) => new()
    {
        Billed = reader.Money(),
        Contractual = reader.Money(),
        ProviderLiability = reader.Money(),
        BalanceBill = reader.Money(),
        MemberNotCovered = reader.Money(),
        Allowed = reader.Money(),
        Copay = reader.Money(),
        Deductible = reader.Money(),
        Coinsurance = reader.Money(),
        Penalty = reader.Money(),
        CobRelief = reader.Money(),
        OtherPaid = reader.Money(),
        PlanPaid = reader.Money(),
        Benefit = checked((short)reader.Signed()),
        Tier = checked((sbyte)reader.Signed()),
        Denial = (Denial)reader.Byte(),
        Pricing = (PriceMethod)reader.Byte(),
        PriceRule = reader.Count(),
    };

    private static void WriteStep(in Step step, PayloadWriter writer)
    {
        writer.Money(step.Amount);
        writer.Count(step.Clause.Index);
        writer.Byte((byte)step.Kind);
        writer.Count(step.Line);
    }

    private static Step[] ReadSteps(ref PayloadReader reader)
    {
        var steps = new Step[reader.Count()];
        for (var i = 0; i < steps.Length; i++)
        {
            var amount = reader.Money();
            var clause = new ClauseNumber(checked((ushort)reader.Count()));
            var kind = (StepKind)reader.Byte();
            steps[i] = new Step(amount, clause, kind, checked((ushort)reader.Count()));
        }
        return steps;
    }

    private static void WriteMovements(AccumulatorMovement[] movements, PayloadWriter writer)
    {
        writer.Count(movements.Length);
        foreach (var movement in movements)
        {
            writer.Byte(movement.Key.Person.Value);
            writer.Text(movement.Key.Limit.Value);
            writer.Date(movement.Key.WindowFirst);
            writer.Code(movement.Key.Part);
            writer.Signed(movement.Amount);
        }
    }

    private static AccumulatorMovement[] ReadMovements(ref PayloadReader reader)
    {
        var movements = new AccumulatorMovement[reader.Count()];
        for (var i = 0; i < movements.Length; i++)
        {
            var person = new PersonNumber(reader.Byte());
            var limit = new LimitId(reader.Text());
            var window = reader.Date();
            var key = new AccumulatorKey(person, limit, window, reader.Code());
            movements[i] = new AccumulatorMovement(key, reader.Signed());
        }
        return movements;
    }
}
