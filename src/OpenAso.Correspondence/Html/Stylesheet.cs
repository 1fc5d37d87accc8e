namespace OpenAso.Correspondence.Html;

/// <summary>How letters look, on a screen and on paper.</summary>
internal static class Stylesheet
{
    /// <summary>Holds no character that would have to be escaped.</summary>
    public const string Text = """
            body { font: 12pt/1.45 Georgia, serif; color: #1a1a1a; background: #fff; max-width: 62rem;
                   margin: 2rem auto; padding: 0 1.5rem; }
            h1 { font-size: 1.7rem; margin: 1.5rem 0 0.5rem; }
            h2 { font-size: 1.25rem; margin: 2rem 0 0.5rem; border-bottom: 1px solid #767676; }
            h3 { font-size: 1rem; margin: 1rem 0 0.25rem; }
            p, li, dd, blockquote { max-width: 44rem; }
            header p, address { margin: 0; font-style: normal; }
            .letterhead { border-bottom: 3px solid #1f4e79; padding-bottom: 0.5rem; margin-bottom: 2rem; }
            .notice { border: 2px solid #1f4e79; padding: 0.75rem 1rem; }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.2rem 1.5rem; }
            dt { font-weight: bold; }
            dd { margin: 0; }
            table { border-collapse: collapse; width: 100%; font: 10.5pt/1.35 Arial, sans-serif; margin: 0.75rem 0; }
            caption { text-align: left; font-weight: bold; padding: 0.25rem 0; }
            th, td { padding: 0.3rem 0.5rem; border-bottom: 1px solid #bbb; text-align: left; vertical-align: top; }
            thead th { border-bottom: 2px solid #1f4e79; vertical-align: bottom; }
            th.amount, td.amount { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
            tfoot th, tfoot td, tr.total th, tr.total td { border-top: 2px solid #1f4e79; font-weight: bold; }
            blockquote { margin: 0.25rem 0 0.25rem 1rem; padding-left: 0.75rem; border-left: 3px solid #767676; }
            .summary { width: auto; min-width: 26rem; }
            @media screen and (max-width: 40rem) {
              body { margin: 1rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
              .summary { min-width: 0; width: 100%; }
              dl { grid-template-columns: 1fr; gap: 0; }
              dd { margin-bottom: 0.5rem; }
              tr:has([data-label]) { display: block; border-bottom: 2px solid #767676; }
              tr:has([data-label]) th { display: block; border: 0; padding-bottom: 0; }
              td[data-label] { display: flex; justify-content: space-between; gap: 1rem; border: 0;
                               padding: 0.1rem 0.5rem; text-align: right; }
              td[data-label]::before { content: attr(data-label); text-align: left; white-space: normal; }
              table:has([data-label]) thead { position: absolute; left: -99rem; }
            }
            @page { margin: 1.5cm; }
            @media print {
              body { margin: 0; max-width: none; padding: 0; font-size: 11pt; }
              table { font-size: 9pt; }
              tr, li, .notice { break-inside: avoid; }
              h2, h3, caption { break-after: avoid; }
              thead { display: table-header-group; }
            }

        """;
}
