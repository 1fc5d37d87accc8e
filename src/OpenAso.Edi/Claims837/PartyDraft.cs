using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.X12;

namespace OpenAso.Edi.Claims837;

/// <summary>A person or organisation as its NM1, N3, N4, REF and DMG give it.</summary>
internal sealed class PartyDraft
{
    private string _last = "";
    private string _first = "";
    private string _middle = "";
    private string _street = "";
    private string _street2 = "";
    private string _city = "";
    private string _state = "";
    private string _postalCode = "";
    private string _taxId = "";
    private Npi _npi;
    private BillingProvider? _billing;

    public string Identifier { get; private set; } = "";

    public DateOnly? BirthDate { get; private set; }

    public Sex Sex { get; private set; }

    public PersonName PersonName => new(_last, _first, _middle);

    /// <summary>One object for all claims of the provider.</summary>
    public BillingProvider BillingProvider => _billing ??= new BillingProvider(
        _npi, _taxId, _first.Length > 0 ? $"{_last}, {_first}" : _last, Address);

    private Address Address => new(_street, _street2, _city, _state, _postalCode);

    public void Clear()
    {
        _last = _first = _middle = _street = _street2 = _city = _state = _postalCode = _taxId = Identifier = "";
        BirthDate = null;
        Sex = Sex.Unknown;
        _npi = Npi.None;
        _billing = null;
    }

    /// <summary>Takes a segment of the party's loop.</summary>
    /// <returns>False where its NPI has other characters than digits.</returns>
    public bool Take(GuideReader reader)
    {
        switch (reader.Tag)
        {
            case Tags.NM1:
                return TakeName(reader);
            case Tags.N3:
                (_street, _street2) = (Values.Text(reader[1]), Values.Text(reader[2]));
                break;
            case Tags.N4:
                (_city, _state) = (Values.Text(reader[1]), Values.Text(reader[2]));
                _postalCode = Values.Text(reader[3]).Replace("-", "", StringComparison.Ordinal);
                break;
            case Tags.DMG:
                BirthDate = Values.Date(reader[2]);
                Sex = reader[3].SequenceEqual("F"u8)
                    ? Sex.Female
                    : reader[3].SequenceEqual("M"u8) ? Sex.Male : Sex.Unknown;
                break;
            case Tags.REF when reader[1].SequenceEqual("EI"u8) || reader[1].SequenceEqual("SY"u8):
                _taxId = Values.Digits(reader[2]);
                break;
            default:
                break;
        }
        return true;
    }

    private bool TakeName(GuideReader reader)
    {
        (_last, _first, _middle) = (Values.Text(reader[3]), Values.Text(reader[4]), Values.Text(reader[5]));
        Identifier = Values.Text(reader[9]);
        if (reader[8].SequenceEqual("XX"u8))
            return Npi.TryParse(reader[9].Trim((byte)' '), out _npi);
        if (reader[8].SequenceEqual("24"u8) || reader[8].SequenceEqual("34"u8))
            _taxId = Values.Digits(reader[9]);
        return true;
    }
}
