using OpenAso.Operations.Employers;
using OpenAso.Operations.Storing;

namespace OpenAso.Operations.Verifying;

/// <summary>Proves an employer's books: that claims are as they were decided, and that accumulators, ledger, payments
/// and remittances follow from them.</summary>
/// <param name="books">Open for reading at least.</param>
public sealed class VerifyUseCase(Books books)
{
    /// <summary>Looks at everything that is stored for an employer, all as of the moment it begins: what another
    /// process writes meanwhile is not seen in part.</summary>
    /// <param name="scope">Whose books.</param>
    public Verification Run(EmployerScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var log = new CheckLog();
        var terms = TermsOf(scope, log);
        books.Database.Read(connection =>
        {
            var expected = ClaimCheck.Run(connection, scope, log);
            DisabilityCheck.Run(connection, scope, expected, log);
            BookCheck.Accumulators(connection, scope, expected, log);
            BookCheck.Transfers(connection, scope, expected, log);
            PaymentCheck.Payments(connection, scope, expected, log);
            FeeCheck.Run(connection, scope, log);
            RemittanceCheck.Run(connection, scope, log);
            KeptCheck.Run(connection, scope, log);
            WholenessCheck.Run(connection, scope, log);
            FilingCheck.Run(connection, scope, log);
            NoticeCheck.Run(connection, scope, log);
            if (terms is not null)
                StopLossCheck.Run(connection, terms, log);
            return true;
        });
        return log.Result(scope);
    }

    private EmployerTerms? TermsOf(EmployerScope scope, CheckLog log)
    {
        log.Begin("documents can be understood");
        log.Examined();
        try
        {
            return EmployerDocuments.Load(books, scope);
        }
        catch (InvalidOperationException problem)
        {
            log.Differs($"the documents of {scope.Employer}", problem.Message);
            return null;
        }
    }
}
