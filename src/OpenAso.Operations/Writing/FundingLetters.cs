using System.Globalization;
using OpenAso.Correspondence;
using OpenAso.Funding;
using OpenAso.Kernel;
using OpenAso.Operations.Employers;

namespace OpenAso.Operations.Writing;

/// <summary>Writes the letter of a funding request.</summary>
internal static class FundingLetters
{
    public static string Of(FundingRequest request, FundingNeed need, EmployerTerms terms)
    {
        var agreed = terms.Agreement.PayingOn(request.Date)!;
        var claims = request.Lines.Items
            .Where(line => line.Purpose is FundingPurpose.Claims or FundingPurpose.Recoveries)
            .Select(line => new FundingLetterLine(NameOf(line), line.Count, line.Amount)).ToValueList();
        var feeLines = need.Fees.Items.SelectMany(line => line.Steps.Items.Select(step => new FundingLetterFee(
            NameOf(line, step), step.Units, step.Rate, step.Amount))).ToValueList();
        var premium = need.Premium.Items
            .Select(charge => new FundingLetterPremium($"Policy {charge.Policy}, {charge.Month}", charge.Amount))
            .ToValueList();
        var asked = claims.Items.Total(line => line.Amount) + feeLines.Items.Total(line => line.Amount)
            + premium.Items.Total(line => line.Amount);
        return new FundingRequestLetter
        {
            Sender = Letterheads.Of(terms, request.Date),
            Employer = agreed.Employer.Name,
            Address = Letterheads.AddressOf(agreed.Employer),
            Number = request.Number.ToString(CultureInfo.InvariantCulture),
            Written = request.Date,
            Due = request.Due,
            Claims = claims,
            Fees = feeLines,
            Premium = premium,
            Balance = need.Available,
            TakenFromBalance = asked - request.Amount,
            PayTo = [agreed.BankAccount, $"request {request.Number}"],
            Currency = terms.Agreement.Currency,
        }.ToPage().ToString();
    }

    private static string NameOf(FundingLine line)
    {
        var claims = $"{Documents.Words.Of(line.Line?.ToString() ?? "")} claims of {line.Plan}";
        return line.Purpose == FundingPurpose.Recoveries ? $"{claims}, owed back by payees" : claims;
    }

    private static string NameOf(FeeLine line, FeeStep step)
    {
        var fee = $"{line.Fee.Name}, {line.Month}";
        return step.Tier is { } tier ? $"{fee}, {Documents.Words.Of(tier.ToString()).Replace('-', ' ')}" : fee;
    }
}
