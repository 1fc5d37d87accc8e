namespace OpenAso.Edi;

/// <summary>The segments that are mapped, packed as the reader gives them.</summary>
internal static class Tags
{
    public const int AMT = 'A' << 16 | 'M' << 8 | 'T';
    public const int BGN = 'B' << 16 | 'G' << 8 | 'N';
    public const int BHT = 'B' << 16 | 'H' << 8 | 'T';
    public const int CAS = 'C' << 16 | 'A' << 8 | 'S';
    public const int CLM = 'C' << 16 | 'L' << 8 | 'M';
    public const int COB = 'C' << 16 | 'O' << 8 | 'B';
    public const int DMG = 'D' << 16 | 'M' << 8 | 'G';
    public const int DTP = 'D' << 16 | 'T' << 8 | 'P';
    public const int HCP = 'H' << 16 | 'C' << 8 | 'P';
    public const int HD = 'H' << 16 | 'D' << 8;
    public const int HI = 'H' << 16 | 'I' << 8;
    public const int HL = 'H' << 16 | 'L' << 8;
    public const int INS = 'I' << 16 | 'N' << 8 | 'S';
    public const int LX = 'L' << 16 | 'X' << 8;
    public const int N3 = 'N' << 16 | '3' << 8;
    public const int N4 = 'N' << 16 | '4' << 8;
    public const int NM1 = 'N' << 16 | 'M' << 8 | '1';
    public const int REF = 'R' << 16 | 'E' << 8 | 'F';
    public const int SBR = 'S' << 16 | 'B' << 8 | 'R';
    public const int SV1 = 'S' << 16 | 'V' << 8 | '1';
    public const int SV2 = 'S' << 16 | 'V' << 8 | '2';
    public const int SV3 = 'S' << 16 | 'V' << 8 | '3';
    public const int SVD = 'S' << 16 | 'V' << 8 | 'D';
    public const int TOO = 'T' << 16 | 'O' << 8 | 'O';
}
