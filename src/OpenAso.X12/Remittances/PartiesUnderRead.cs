namespace OpenAso.X12.Remittances;

/// <summary>Loops 1000A and 1000B while their segments come in.</summary>
internal sealed class PartiesUnderRead
{
    private static readonly RemittanceAddress Nowhere = new("", "", "", "", "");
    private static readonly RemittanceContact Nobody = new("");

    private RemittancePayer? _payer;
    private RemittancePayee? _payee;

    public RemittancePayee? Payee => _payee;

    /// <summary>The payer with its tax identifier, which stands in TRN03 as 1 and nine digits.</summary>
    public RemittancePayer? Payer(string originator)
    {
        var isEmployerNumber = originator.Length == 10 && originator[0] == '1' && originator.All(char.IsAsciiDigit);
        return _payer is null ? null : _payer with { TaxIdentifier = isEmployerNumber ? originator[1..] : originator };
    }

    public void Take(SegmentElements elements)
    {
        if (elements.Tag == RemittanceTag.N1)
            Begin(elements);
        else if (_payee is not null)
            TakePayees(elements, _payee);
        else if (_payer is not null)
            TakePayers(elements, _payer);
    }

    private void Begin(SegmentElements elements)
    {
        var name = elements.Text(2);
        if (elements.Is(1, "PR"u8))
            _payer = new RemittancePayer
            {
                Name = name,
                TaxIdentifier = "",
                Address = Nowhere,
                TechnicalContact = Nobody,
            };
        else if (elements.Is(1, "PE"u8))
        {
            var identifier = elements.Needed(4);
            var hasNpi = elements.Is(3, "XX"u8);
            _payee = new RemittancePayee
            {
                Name = name,
                Npi = hasNpi ? identifier : "",
                TaxIdentifier = hasNpi ? "" : identifier,
            };
        }
    }

    private void TakePayers(SegmentElements elements, RemittancePayer payer) => _payer = elements.Tag switch
    {
        RemittanceTag.N3 or RemittanceTag.N4 => payer with { Address = AddressOf(elements, payer.Address) },
        RemittanceTag.PER when elements.Is(1, "CX"u8) => payer with { BusinessContact = ContactOf(elements) },
        RemittanceTag.PER when elements.Is(1, "BL"u8) && payer.TechnicalContact == Nobody =>
            payer with { TechnicalContact = ContactOf(elements) },
        RemittanceTag.PER when elements.Is(1, "IC"u8) => payer with { WebSite = elements.Text(4) },
        _ => payer,
    };

    private void TakePayees(SegmentElements elements, RemittancePayee payee) => _payee = elements.Tag switch
    {
        RemittanceTag.N3 or RemittanceTag.N4 => payee with { Address = AddressOf(elements, payee.Address ?? Nowhere) },
        RemittanceTag.REF when elements.Is(1, "TJ"u8) => payee with { TaxIdentifier = elements.Text(2) },
        _ => payee,
    };

    private static RemittanceAddress AddressOf(SegmentElements elements, RemittanceAddress address) =>
        elements.Tag == RemittanceTag.N3
            ? address with { Line1 = elements.Text(1), Line2 = elements.Text(2) }
            : address with
            {
                City = elements.Text(1),
                State = elements.Text(2),
                PostalCode = elements.Text(3),
                Country = elements.Text(4),
            };

    private static RemittanceContact ContactOf(SegmentElements elements)
    {
        return new RemittanceContact(elements.Text(2), Way("TE"u8), Way("EX"u8), Way("EM"u8), Way("UR"u8));

        string Way(ReadOnlySpan<byte> qualifier)
        {
            for (var element = 3; element <= 7; element += 2)
            {
                if (elements.Is(element, qualifier))
                    return elements.Text(element + 1);
            }
            return "";
        }
    }
}
