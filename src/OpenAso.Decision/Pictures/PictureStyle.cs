namespace OpenAso.Decision.Pictures;

/// <summary>How pictures look: on paper and by day dark on white, in the dark light on black.</summary>
/// <remarks>Text and lines have a contrast of at least 4.5 to 1. What differs in colour differs in dash, pattern or
/// mark as well. Class names begin with <c>oa-</c>, so that a picture within a page disturbs nothing.</remarks>
internal static class PictureStyle
{
    /// <summary>How many looks there are for lines that stand for different things.</summary>
    public const int Lines = 6;

    public const string Sheet = """
        <style>
        .oa-picture{color:#1b1f24;font-family:system-ui,"Liberation Sans","DejaVu Sans",Arial,sans-serif}
        .oa-picture text{fill:currentColor;font-size:13px}
        .oa-picture .oa-title{font-size:19px;font-weight:600}
        .oa-picture .oa-small{font-size:12px}
        .oa-picture .oa-strong{font-weight:600}
        .oa-picture .oa-halo{paint-order:stroke;stroke:#fff;stroke-width:4px;stroke-linejoin:round}
        .oa-paper{fill:#fff}
        .oa-grid{stroke:currentColor;stroke-opacity:.18;stroke-width:1}
        .oa-axis{stroke:currentColor;stroke-width:1.2}
        .oa-line{fill:none;stroke-width:2.2;stroke-linejoin:round}
        .oa-bold{stroke-width:3.4}
        .oa-faint{fill:none;stroke:currentColor;stroke-opacity:.38;stroke-width:1.1}
        .oa-guide{fill:none;stroke:currentColor;stroke-width:.8}
        .oa-l0{stroke:#0b5394}
        .oa-l1{stroke:#9a4a00;stroke-dasharray:9 5}
        .oa-l2{stroke:#1d6b33;stroke-dasharray:2.5 3.5}
        .oa-l3{stroke:#7a1f7a;stroke-dasharray:12 4 2.5 4}
        .oa-l4{stroke:#a11d2e;stroke-dasharray:5 3}
        .oa-l5{stroke:#4d4d4d;stroke-dasharray:14 3 2.5 3 2.5 3}
        .oa-own{stroke:currentColor}
        .oa-band{fill:#0b5394;stroke:none}
        .oa-b0{fill-opacity:.14}
        .oa-b1{fill-opacity:.26}
        .oa-b2{fill-opacity:.36}
        .oa-fill{fill:#0b5394;stroke:currentColor;stroke-width:1}
        .oa-open{fill:#fff;stroke:currentColor;stroke-width:1.3}
        .oa-best{fill:#9a4a00;stroke:currentColor;stroke-width:1.6}
        .oa-ink{fill:currentColor}
        .oa-hatch{fill:url(#oa-hatched);stroke:currentColor;stroke-width:1}
        .oa-cell{stroke:currentColor;stroke-opacity:.35;stroke-width:.7}
        .oa-strokes{stroke:currentColor;stroke-opacity:.6;stroke-width:1.4}
        .oa-h0{fill:#6aa5d8}.oa-h1{fill:#93bfe4}.oa-h2{fill:#bcd8ee}.oa-h3{fill:#dfecf7}
        .oa-h4{fill:#fff}
        .oa-h5{fill:#fbe9d6}.oa-h6{fill:#f8d3a9}.oa-h7{fill:#f4b877}.oa-h8{fill:#ee9c44}
        @media screen and (prefers-color-scheme:dark){
        .oa-picture{color:#eceff3}
        .oa-picture .oa-halo{stroke:#14171b}
        .oa-paper{fill:#14171b}
        .oa-l0{stroke:#7cc0ff}.oa-l1{stroke:#ffb35c}.oa-l2{stroke:#7ddb95}
        .oa-l3{stroke:#e3a6ff}.oa-l4{stroke:#ff9aa5}.oa-l5{stroke:#c4c4c4}
        .oa-own{stroke:currentColor}
        .oa-band{fill:#7cc0ff}
        .oa-fill{fill:#3d7fb8}.oa-open{fill:#14171b}.oa-best{fill:#ffb35c}
        .oa-h0{fill:#1c5f99}.oa-h1{fill:#1a4e7c}.oa-h2{fill:#183d5f}.oa-h3{fill:#172c40}
        .oa-h4{fill:#14171b}
        .oa-h5{fill:#36291a}.oa-h6{fill:#533a1c}.oa-h7{fill:#704a1b}.oa-h8{fill:#8d5a16}
        }
        </style>
        <defs><pattern id="oa-hatched" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line class="oa-strokes" x1="0" y1="0" x2="0" y2="7"/></pattern></defs>
        """;
}
