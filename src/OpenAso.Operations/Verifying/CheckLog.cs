using OpenAso.Kernel;

namespace OpenAso.Operations.Verifying;

/// <summary>Counts what is looked at, and notes what does not agree.</summary>
internal sealed class CheckLog
{
    private readonly List<VerifiedCheck> _checks = [];
    private readonly List<Discrepancy> _discrepancies = [];
    private string _check = "";
    private long _examined;
    private int _found;

    public void Begin(string check)
    {
        End();
        (_check, _examined, _found) = (check, 0, 0);
    }

    public void Examined() => _examined++;

    public void Differs(string subject, string message)
    {
        _found++;
        _discrepancies.Add(new Discrepancy(_check, subject, message));
    }

    /// <summary>Notes a difference where two values are not the same.</summary>
    public void Same<T>(string subject, string what, T expected, T found)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, found))
            Differs(subject, $"{what} is {Show(found)}, expected {Show(expected)}");
    }

    public Verification Result(EmployerScope scope)
    {
        End();
        return new Verification(scope, _checks.ToValueList(), _discrepancies.ToValueList());
    }

    private void End()
    {
        if (_check.Length > 0)
            _checks.Add(new VerifiedCheck(_check, _examined, _found));
        _check = "";
    }

    private static string Show<T>(T value) => value?.ToString() is { Length: > 0 } text ? text : "nothing";
}
