namespace OpenAso.X12.Remittances;

/// <summary>Segments of an 835, packed as a reader gives them.</summary>
internal static class RemittanceTag
{
    public const int BPR = 'B' << 16 | 'P' << 8 | 'R';
    public const int TRN = 'T' << 16 | 'R' << 8 | 'N';
    public const int REF = 'R' << 16 | 'E' << 8 | 'F';
    public const int DTM = 'D' << 16 | 'T' << 8 | 'M';
    public const int N1 = 'N' << 16 | '1' << 8;
    public const int N3 = 'N' << 16 | '3' << 8;
    public const int N4 = 'N' << 16 | '4' << 8;
    public const int PER = 'P' << 16 | 'E' << 8 | 'R';
    public const int LX = 'L' << 16 | 'X' << 8;
    public const int CLP = 'C' << 16 | 'L' << 8 | 'P';
    public const int CAS = 'C' << 16 | 'A' << 8 | 'S';
    public const int NM1 = 'N' << 16 | 'M' << 8 | '1';
    public const int MIA = 'M' << 16 | 'I' << 8 | 'A';
    public const int MOA = 'M' << 16 | 'O' << 8 | 'A';
    public const int AMT = 'A' << 16 | 'M' << 8 | 'T';
    public const int SVC = 'S' << 16 | 'V' << 8 | 'C';
    public const int LQ = 'L' << 16 | 'Q' << 8;
    public const int PLB = 'P' << 16 | 'L' << 8 | 'B';
}
