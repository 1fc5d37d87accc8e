using System.Buffers;
using System.Text;
using OpenAso.Kernel;

namespace OpenAso.Claims;

/// <summary>Writes the fields of a payload: short numbers in few bytes.</summary>
internal readonly ref struct PayloadWriter(IBufferWriter<byte> output)
{
    public void Byte(byte value)
    {
        output.GetSpan(1)[0] = value;
        output.Advance(1);
    }

    public void Count(int value) => Unsigned((ulong)value);

    public void Signed(long value) => Unsigned(unchecked((ulong)((value << 1) ^ (value >> 63))));

    public void Unsigned(ulong value)
    {
        var span = output.GetSpan(10);
        var length = 0;
        while (value >= 0x80)
        {
            span[length++] = unchecked((byte)(value | 0x80));
            value >>= 7;
        }
        span[length++] = (byte)value;
        output.Advance(length);
    }

    public void Money(Money value) => Signed(value.Cents);

    public void Date(DateOnly value) => Unsigned((ulong)value.DayNumber);

    public void OptionalDate(DateOnly? value) => Unsigned(value is { } date ? (ulong)date.DayNumber + 1 : 0);

    public void Range(DateRange value)
    {
        Date(value.First);
        Unsigned((ulong)(value.Last.DayNumber - value.First.DayNumber));
    }

    public void Code(Code value)
    {
        var span = output.GetSpan(Kernel.Code.MaximumLength + 1);
        var length = value.CopyTo(span[1..]);
        span[0] = (byte)length;
        output.Advance(length + 1);
    }

    public void Text(string value)
    {
        Count(Encoding.UTF8.GetByteCount(value));
        Encoding.UTF8.GetBytes(value, output);
    }

    public void Hash(ContentHash value)
    {
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(output.GetSpan(16), value.Value);
        output.Advance(16);
    }

    public void Id(ClaimId value)
    {
        Hash(value.Content);
        Count(value.Occurrence);
    }
}
