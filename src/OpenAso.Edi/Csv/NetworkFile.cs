using OpenAso.Kernel;
using OpenAso.Providers;

namespace OpenAso.Edi.Csv;

/// <summary>Reads who is in which network when: <c>network,npi,first,last</c>; empty days are open.</summary>
public static class NetworkFile
{
    private static readonly string[] Columns = ["network", "npi", "first", "last"];

    /// <summary>Reads one file.</summary>
    /// <param name="reader">The file's text.</param>
    /// <param name="file">Its name, for findings.</param>
    /// <returns>In the order of the file; a row that cannot be read is left out and named.</returns>
    public static Parsed<ValueList<NetworkMembership>> Read(TextReader reader, string file)
    {
        List<NetworkMembership> memberships = [];
        List<Finding> findings = [];
        CsvTable.Read(reader, file, Columns, findings, row =>
        {
            var network = row.Required("network");
            var npi = row.Npi("npi");
            if (row.IsSound && npi.IsNone)
                row.Add(CsvCodes.Empty, "npi", "Column 'npi' is empty; it must be given.");
            var dates = row.Dates("first", "last");
            if (row.IsSound)
                memberships.Add(new NetworkMembership(network, npi, dates));
        });
        return new Parsed<ValueList<NetworkMembership>>(memberships.ToValueList(), findings.ToValueList());
    }
}
