namespace OpenAso.X12.Remittances;

/// <summary>BPR04 and back.</summary>
internal static class PaymentCode
{
    public static string Of(PaymentMethod method) => method switch
    {
        PaymentMethod.NonPayment => "NON",
        PaymentMethod.Check => "CHK",
        PaymentMethod.AutomatedClearingHouse => "ACH",
        PaymentMethod.Wire => "FWT",
        PaymentMethod.InstitutionOption => "BOP",
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "A method of the guide is expected."),
    };

    public static PaymentMethod? Read(string code) => code switch
    {
        "NON" => PaymentMethod.NonPayment,
        "CHK" => PaymentMethod.Check,
        "ACH" => PaymentMethod.AutomatedClearingHouse,
        "FWT" => PaymentMethod.Wire,
        "BOP" => PaymentMethod.InstitutionOption,
        _ => null,
    };
}
