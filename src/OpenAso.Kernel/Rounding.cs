namespace OpenAso.Kernel;

/// <summary>How a fraction of a cent is settled. There is no default: the plan document decides, so the caller
/// says.</summary>
public enum Rounding
{
    /// <summary>To the nearest cent; exactly half a cent goes away from zero. What plan documents mean by
    /// rounding.</summary>
    HalfUp,

    /// <summary>To the nearest cent; exactly half a cent goes to the even cent.</summary>
    HalfEven,

    /// <summary>Toward zero: the fraction is dropped.</summary>
    Down,

    /// <summary>Away from zero: any fraction is a whole cent.</summary>
    Up,
}
