using OpenAso.Claims;
using OpenAso.Kernel;

namespace OpenAso.Operations.Storing;

/// <summary>An accumulator as it is read.</summary>
internal sealed class AccumulatorRecord
{
    public string Family { get; set; } = "";

    public long Person { get; set; }

    public string LimitId { get; set; } = "";

    public string WindowFirst { get; set; } = "";

    public string Part { get; set; } = "";

    public long Amount { get; set; }

    public AccumulatorMovement ToMovement() => new(
        new AccumulatorKey(
            new PersonNumber(checked((byte)Person)), new LimitId(LimitId), Days.Parse(WindowFirst),
            Part.Length == 0 ? Code.None : Code.Of(Part)),
        Amount);
}
