using OpenAso.Claims;
using OpenAso.Kernel;
using OpenAso.Providers;

namespace OpenAso.Edi.Claims837;

/// <summary>A service line while its segments come in.</summary>
internal sealed class LineDraft
{
    public int Number { get; set; }

    public Code Procedure { get; set; }

    public Code[] Modifiers { get; } = new Code[4];

    public Code Revenue { get; set; }

    public Money Charge { get; set; }

    public Quantity Units { get; set; } = Quantity.One;

    public UnitMeasure Measure { get; set; }

    public Code Place { get; set; }

    public DateRange? Dates { get; set; }

    /// <summary>1-based into the claim's diagnoses; 0 for none.</summary>
    public int Pointer { get; set; }

    public Npi Rendering { get; set; }

    public Code Tooth { get; set; }

    public Code OralArea { get; set; }

    public Code Surfaces { get; set; }

    public string Authorization { get; set; } = "";

    public string ControlNumber { get; set; } = "";

    public Repricing? Repricing { get; set; }

    public int SegmentNumber { get; set; }

    public ClaimLine ToLine(DateRange dates, Code place, Code diagnosis) => new()
    {
        Number = Number,
        Procedure = Procedure,
        Modifier = Modifiers[0],
        Modifier2 = Modifiers[1],
        Modifier3 = Modifiers[2],
        Modifier4 = Modifiers[3],
        Revenue = Revenue,
        Charge = Charge,
        Units = Units,
        Measure = Measure,
        Place = Place.IsNone ? place : Place,
        Dates = dates,
        Diagnosis = diagnosis,
        Rendering = Rendering,
        Tooth = Tooth,
        OralArea = OralArea,
        Surfaces = Surfaces,
        Authorization = Authorization,
        ControlNumber = ControlNumber,
        Repricing = Repricing,
    };
}
