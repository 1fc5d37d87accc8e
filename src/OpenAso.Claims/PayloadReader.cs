using System.Buffers.Binary;
using System.Text;
using OpenAso.Kernel;

namespace OpenAso.Claims;

/// <summary>Reads the fields that <see cref="PayloadWriter"/> wrote, in the same order.</summary>
internal ref struct PayloadReader(ReadOnlySpan<byte> payload)
{
    private ReadOnlySpan<byte> _rest = payload;

    public readonly bool AtEnd => _rest.IsEmpty;

    public byte Byte() => Take(1)[0];

    public int Count() => checked((int)Unsigned());

    public long Signed()
    {
        var value = Unsigned();
        return unchecked((long)(value >> 1) ^ -(long)(value & 1));
    }

    public ulong Unsigned()
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = Byte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return value;
            if (shift > 63)
                throw new FormatException("A number in a claim's payload is longer than any number can be.");
        }
    }

    public Money Money() => new(Signed());

    public DateOnly Date() => DateOnly.FromDayNumber(checked((int)Unsigned()));

    public DateOnly? OptionalDate() =>
        Unsigned() is var value and > 0 ? DateOnly.FromDayNumber(checked((int)(value - 1))) : null;

    public DateRange Range()
    {
        var first = Date();
        return new DateRange(first, first.AddDays(Count()));
    }

    public Code Code() => Kernel.Code.TryParse(Take(Byte()), out var code)
        ? code
        : throw new FormatException("A claim's payload holds a code that is none.");

    public string Text()
    {
        var length = Count();
        return length == 0 ? "" : Encoding.UTF8.GetString(Take(length));
    }

    public ContentHash Hash() => new(BinaryPrimitives.ReadUInt128BigEndian(Take(16)));

    public ClaimId Id() => new(Hash(), Count());

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _rest.Length)
            throw new FormatException("A claim's payload ends too early.");
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
