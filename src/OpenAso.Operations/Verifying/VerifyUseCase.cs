using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Verifying;

/// <summary>Proves an employer's books: that claims are as they were decided, and that accumulators, ledger, payments
/// and remittances follow from them.</summary>
/// <param name="books">Open for reading at least.</param>
public sealed class VerifyUseCase(Books books)
{
    /// <summary>Looks at everything that is stored for an employer.</summary>
    /// <param name="scope">Whose books.</param>
    public Verification Run(EmployerScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var log = new CheckLog();
        var expected = ClaimCheck.Run(books.Database, scope, log);
        books.Database.Read(connection =>
        {
            BookCheck.Accumulators(connection, scope, expected, log);
            BookCheck.Transfers(connection, scope, expected, log);
            PaymentCheck.Payments(connection, scope, expected, log);
            FeeCheck.Run(connection, scope, log);
            RemittanceCheck.Run(connection, scope, log);
            DocumentCheck.Run(connection, scope, log);
            WholenessCheck.Run(connection, scope, log);
            return true;
        });
        return log.Result(scope);
    }
}
