using System.Collections.Immutable;
using OpenAso.Kernel;
using OpenAso.Seed.Network;
using OpenAso.Seed.Prices;

namespace OpenAso.Seed.Care;

/// <summary>Puts a claim together line by line.</summary>
internal sealed class ClaimSketch
{
    private readonly CareScene _scene;
    private readonly SeedForm _form;
    private readonly Practice _billing;
    private readonly DateOnly _day;
    private readonly ImmutableArray<string> _diagnoses;
    private readonly List<LineDraft> _lines = [];
    private string _place;
    private DateOnly _last;
    private Clinician? _clinician;
    private Practice? _facility;
    private Stay? _stay;
    private string _authorization = "";
    private int _orthodonticMonths;

    public ClaimSketch(CareScene scene, SeedForm form, Practice billing, DateOnly day, ReadOnlySpan<string> diagnoses)
    {
        (_scene, _form, _billing, _day) = (scene, form, billing, day);
        _diagnoses = [.. diagnoses];
        _place = _form == SeedForm.Institutional ? "13" : "11";
        _last = _day;
        _clinician = _billing.Clinicians.Count > 0 ? _scene.Stream.Pick(_billing.Clinicians) : null;
    }

    /// <summary>Place of service, or type of bill.</summary>
    public ClaimSketch At(string place)
    {
        _place = place;
        return this;
    }

    /// <summary>Place of service at somebody else's: a hospital.</summary>
    public ClaimSketch At(string place, Practice facility)
    {
        (_place, _facility) = (place, facility);
        return this;
    }

    public ClaimSketch By(Clinician? clinician)
    {
        _clinician = clinician;
        return this;
    }

    public ClaimSketch Until(DateOnly last)
    {
        _last = last;
        return this;
    }

    public ClaimSketch Admitted(Stay stay)
    {
        _stay = stay;
        return this;
    }

    /// <summary>Authorized beforehand, as most are that have to be.</summary>
    public ClaimSketch Authorized(int percent)
    {
        if (_scene.Stream.Percent(percent))
            _authorization = FormattableString.Invariant($"PA{_scene.Stream.Between(1_000_000, 9_999_999)}");
        return this;
    }

    public ClaimSketch Braces(int months)
    {
        _orthodonticMonths = months;
        return this;
    }

    /// <summary>A professional service at the practice's charge.</summary>
    public ClaimSketch Line(string procedure, int units = 1, string modifiers = "", DateOnly? on = null)
    {
        var price = ProcedurePrices.Of(procedure, modifiers.Split(',')[0]);
        return Add(new LineDraft
        {
            Procedure = procedure,
            Modifiers = modifiers,
            Units = units,
            Charge = _billing.Charge(new Money(price.Cents * units)),
            Day = on ?? _day,
        });
    }

    /// <summary>Anesthesia by the minute.</summary>
    public ClaimSketch Anesthesia(string procedure, int minutes) => Add(new LineDraft
    {
        Procedure = procedure,
        Modifiers = "AA",
        Units = minutes,
        Measure = "MJ",
        Charge = Money.Of(380 + minutes * 7L),
        Day = _day,
    });

    /// <summary>A hospital's line whose price is known apart.</summary>
    public ClaimSketch Revenue(
        string revenue, Money price, string procedure = "", int units = 1, DateOnly? on = null) =>
        Add(new LineDraft
        {
            Revenue = revenue,
            Procedure = procedure,
            Units = units,
            Measure = revenue is "0120" or "0170" or "0174" or "0200" ? "DA" : "UN",
            Charge = _billing.Charge(price),
            Day = on ?? _day,
        });

    /// <summary>A dental service.</summary>
    public ClaimSketch Tooth(string procedure, string tooth = "", string surfaces = "", string area = "") =>
        Add(new LineDraft
        {
            Procedure = procedure,
            Charge = _billing.Charge(DentalPrices.Of(procedure)),
            Day = _day,
            Tooth = tooth,
            Surfaces = surfaces,
            OralArea = area,
            IsFirstCrown = procedure == "D2740",
        });

    public void Send()
    {
        if (_lines.Count == 0)
            return;
        _scene.Keep(new ClaimDraft
        {
            Form = _form,
            Household = _scene.Household,
            Patient = _scene.Patient,
            Billing = _billing,
            First = _day,
            Last = _last,
            Diagnoses = _diagnoses,
            Lines = [.. _lines],
            Clinician = _clinician,
            Facility = _facility,
            Place = _place,
            Stay = _stay,
            Authorization = _authorization,
            IsAssigned = _billing.InNetwork || !_scene.Stream.Percent(35),
            MemberId = _scene.Household.Id,
            OrthodonticMonths = _orthodonticMonths,
        });
    }

    private ClaimSketch Add(LineDraft line)
    {
        _lines.Add(line);
        return this;
    }
}
