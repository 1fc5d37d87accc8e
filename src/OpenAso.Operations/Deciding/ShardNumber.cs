using OpenAso.Kernel;

namespace OpenAso.Operations.Deciding;

/// <summary>One of 256 parts that the families of all employers fall into: what divides work, never what families
/// say.</summary>
/// <remarks>A family's shard follows from tenant, employer and family alone, so that it is the same on every machine
/// and in every version.</remarks>
/// <param name="Value">0 to 255.</param>
public readonly record struct ShardNumber(byte Value)
{
    /// <summary>How many there are.</summary>
    public const int Count = 256;

    /// <summary>The shard of a family.</summary>
    /// <param name="scope">Whose family.</param>
    /// <param name="family">The family.</param>
    public static ShardNumber Of(EmployerScope scope, FamilyId family)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var hash = Add(Add(Add(2166136261, scope.Tenant.Value), scope.Employer.Value), family.Value);
        return new ShardNumber((byte)((hash ^ hash >> 8 ^ hash >> 16 ^ hash >> 24) & 0xFF));
    }

    // FNV-1a over the characters, with a separator that no identifier holds.
    private static uint Add(uint hash, string text)
    {
        foreach (var character in text)
            hash = unchecked((hash ^ character) * 16777619);
        return unchecked((hash ^ 0x1F) * 16777619);
    }

    /// <summary>The number.</summary>
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
