using OpenAso.Kernel;
using OpenAso.Members;

namespace OpenAso.Edi.Enrollment834;

/// <summary>The codes of the 834 in our words.</summary>
internal static class EnrollmentWords
{
    /// <summary>INS03 and HD01; null for what asks for nothing.</summary>
    public static Maintenance? MaintenanceOf(ReadOnlySpan<byte> code) => Values.Text(code) switch
    {
        "001" or "026" => Maintenance.Change,
        "021" => Maintenance.Add,
        "002" or "024" => Maintenance.Terminate,
        "025" => Maintenance.Reinstate,
        "030" => Maintenance.Audit,
        _ => null,
    };

    /// <summary>INS02.</summary>
    public static Relationship RelationshipOf(ReadOnlySpan<byte> code) => Values.Text(code) switch
    {
        "18" => Relationship.Subscriber,
        "01" or "53" => Relationship.Spouse,
        "05" or "07" or "09" or "10" or "12" or "13" or "17" or "19" or "23" or "24" or "31" or "38" or "60" =>
            Relationship.Child,
        _ => Relationship.Other,
    };

    /// <summary>HD03; null for a line that is not administered.</summary>
    public static LineOfCoverage? LineOf(ReadOnlySpan<byte> code) => Values.Text(code) switch
    {
        "HLT" or "HMO" or "PPO" or "POS" or "EPO" or "MM" or "HE" or "EXM" => LineOfCoverage.Medical,
        "DEN" or "DCP" => LineOfCoverage.Dental,
        "VIS" => LineOfCoverage.Vision,
        "PDG" => LineOfCoverage.Pharmacy,
        "STD" => LineOfCoverage.ShortTermDisability,
        "LTD" => LineOfCoverage.LongTermDisability,
        _ => null,
    };

    /// <summary>HD05; null where it says nothing about who is covered beside the employee.</summary>
    public static CoverageTier? TierOf(ReadOnlySpan<byte> code) => Values.Text(code) switch
    {
        "EMP" or "IND" => CoverageTier.EmployeeOnly,
        "ESP" => CoverageTier.EmployeeAndSpouse,
        "ECH" => CoverageTier.EmployeeAndChildren,
        "FAM" => CoverageTier.Family,
        _ => null,
    };
}
