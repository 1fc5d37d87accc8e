using OpenAso.Kernel;
using OpenAso.Members;
using OpenAso.X12;

namespace OpenAso.Edi.Claims837;

/// <summary>What a claim takes from the levels above it: billing provider, subscriber, patient.</summary>
/// <remarks>Errors of a level count against every claim under it.</remarks>
internal sealed class ClaimScope
{
    private readonly List<Finding> _set = [];
    private readonly List<Finding> _billing = [];
    private readonly List<Finding> _subscriber = [];
    private readonly List<Finding> _patient = [];

    public PartyDraft Billing { get; } = new();

    public PartyDraft Subscriber { get; } = new();

    public PartyDraft Patient { get; } = new();

    public bool PatientIsSubscriber { get; private set; } = true;

    public bool IsPrimary { get; set; } = true;

    public bool IsEncounter { get; set; }

    public IEnumerable<Finding> Errors => _set.Concat(_billing).Concat(_subscriber).Concat(_patient);

    public bool HasErrors => _set.Count + _billing.Count + _subscriber.Count + _patient.Count > 0;

    public void BeginSet()
    {
        _set.Clear();
        IsEncounter = false;
        BeginLevel(LoopId.L2000A);
    }

    /// <summary>Forgets the level and all below it.</summary>
    public void BeginLevel(LoopId loop)
    {
        if (loop == LoopId.L2000A)
        {
            Billing.Clear();
            _billing.Clear();
        }
        if (loop != LoopId.L2000C)
        {
            Subscriber.Clear();
            _subscriber.Clear();
            IsPrimary = true;
        }
        Patient.Clear();
        _patient.Clear();
        PatientIsSubscriber = loop != LoopId.L2000C;
    }

    public void Add(LoopId loop, Finding finding)
    {
        var errors = loop switch
        {
            LoopId.L2000A or LoopId.L2010AA or LoopId.L2010AB or LoopId.L2010AC => _billing,
            LoopId.L2000B or LoopId.L2010BA or LoopId.L2010BB => _subscriber,
            LoopId.L2000C or LoopId.L2010CA => _patient,
            _ => _set,
        };
        errors.Add(finding);
    }

    public PatientReference PatientReference()
    {
        var person = PatientIsSubscriber ? Subscriber : Patient;
        return new PatientReference(
            Subscriber.Identifier, PatientIsSubscriber, person.PersonName, person.BirthDate, person.Sex);
    }
}
