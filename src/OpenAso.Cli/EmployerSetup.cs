using OpenAso.Disability.Terms;
using OpenAso.Kernel;
using OpenAso.Operations;
using OpenAso.Operations.Employers;
using OpenAso.Operations.Storing;
using OpenAso.StopLoss.Policies;

namespace OpenAso.Cli;

/// <summary>Hands an employer's documents to the books.</summary>
internal static class EmployerSetup
{
    /// <summary>A document as it stands in its file; a plan is known by the id it gives itself, a policy by its
    /// number.</summary>
    public static EmployerDocument Document(DocumentKind kind, FileInfo file)
    {
        var content = InputFiles.Text(file);
        var id = kind switch
        {
            DocumentKind.Plan => OpenAso.Plans.PlanReader.Read(content, file.ToString()).Value?.Id.Value,
            DocumentKind.StopLoss => PolicyReader.Read(content, file.ToString()).Value?.Number,
            DocumentKind.DisabilityPlan =>
                DisabilityPlanReader.Read(content, file.ToString()).Value?.Wordings[0].Id.Value,
            DocumentKind.Agreement => "agreement",
            _ => null,
        } ?? file.Name;
        return new EmployerDocument(kind, id, file.ToString(), content);
    }

    /// <summary>Documents with what disability plans among them need beside: figures of law, and a table of
    /// terminations where none is given.</summary>
    public static List<EmployerDocument> WithDisabilityRules(List<EmployerDocument> documents)
    {
        if (!documents.Exists(document => document.Kind == DocumentKind.DisabilityPlan))
            return documents;
        return
        [
            .. documents,
            ShippedDocuments.Rule(DocumentKind.DisabilityLaw, "disability.yaml"),
            .. documents.Exists(document => document.Kind == DocumentKind.Terminations)
                ? Array.Empty<EmployerDocument>()
                : [ShippedDocuments.Rule(DocumentKind.Terminations, "disability-termination.yaml")],
        ];
    }

    /// <summary>Says which lines of the plans hardly suit self-funding at the employer's size, and why.</summary>
    public static void Advise(EmployerTerms terms, int employees, Terminal terminal)
    {
        foreach (var plan in terms.Disability?.Plans.Items ?? [])
        {
            var line = Documents.Words.Of(plan.Wordings[0].Line.ToString());
            if (ShippedDocuments.Comparison().Rules.Lines.Items.FirstOrDefault(one => one.Line == line) is not
                { Employees: { } least } row)
                continue;
            terminal.Say(employees < least
                ? $"advice: '{line}' is self-funded with {Counted.Of(employees, "employee", "employees")}; it hardly "
                    + $"suits below {least}: {row.Why}. Insure it."
                : $"advice: '{line}' is self-funded with {Counted.Of(employees, "employee", "employees")}; it suits "
                    + $"employers of {least} and more only: {row.Why}.");
        }
    }

    /// <summary>Takes documents that are new or changed, and gives the employer's terms.</summary>
    public static EmployerTerms Apply(
        Books books, List<EmployerDocument> documents, string? employer, Terminal terminal)
    {
        var terms = Understand(books, documents, employer, terminal);
        if (documents.Count == 0)
            return terms;
        books.Database.WriteAsync(session =>
            EmployerDocuments.Keep(session, terms, documents)).GetAwaiter().GetResult();
        return DataFolder.Terms(books, terms.Scope.Employer.Value);
    }

    /// <summary>The employer's terms with the documents as they are handed in; keeps nothing.</summary>
    /// <param name="books">Null where there are none yet.</param>
    /// <param name="documents">New or changed.</param>
    /// <param name="employer">As the command names it.</param>
    /// <param name="terminal">Told what is wrong.</param>
    public static EmployerTerms Understand(
        Books? books, List<EmployerDocument> documents, string? employer, Terminal terminal)
    {
        if (documents.Count == 0 && books is not null)
            return DataFolder.Terms(books, employer);
        var all = documents;
        if (books is not null && !documents.Exists(document => document.Kind == DocumentKind.Agreement))
            all = [.. EmployerDocuments.Current(books, DataFolder.Terms(books, employer).Scope)
                .Where(kept => !documents.Exists(given => given.Kind == kept.Kind && given.Id == kept.Id)),
                .. documents];
        var understood = EmployerDocuments.Understand(all);
        terminal.Say(understood.Findings.Items.Where(finding => finding.Severity >= Severity.Warning).ToList());
        if (understood.Findings.Items.Any(finding => finding.Severity >= Severity.Rejected))
            throw new CommandFailure(
                "The documents above have errors, so none of them was taken and nothing was imported. Mend them, and "
                    + "put the 834 and 837 files before the options: an option takes every file behind it.");
        var terms = understood.Value ?? throw new CommandFailure(
            "These documents cannot set up an employer: one agreement (--agreement) and at least one plan (--plan) are "
                + "needed, without errors.");
        if (books?.Database.Tenant is { } tenant && tenant != terms.Scope.Tenant.Value)
            throw new CommandFailure(
                $"The agreement is with the administrator {terms.Scope.Tenant}, and these are the books of {tenant}. "
                    + "Name the agreement's with --administrator, or another agreement. Nothing was taken.");
        return terms;
    }
}
