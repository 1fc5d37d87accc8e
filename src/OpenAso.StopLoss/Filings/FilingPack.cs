using System.Security.Cryptography;
using System.Text;
using OpenAso.Kernel;

namespace OpenAso.StopLoss.Filings;

/// <summary>What is sent to a carrier with a filing: tables, and a manifest that names each with its hash.</summary>
/// <param name="Name">What the pack is called, as a folder would be.</param>
/// <param name="Contents">In order of name; the manifest is the last.</param>
/// <param name="Sha256">Of the whole: of the lines <c>hash, two spaces, name</c> of all contents but the manifest, each
/// ended by a line feed, as <c>sha256sum</c> writes them.</param>
public sealed record FilingPack(string Name, ValueList<PackContent> Contents, string Sha256)
{
    /// <summary>The name of the manifest.</summary>
    public const string ManifestName = "manifest.json";

    /// <summary>The manifest.</summary>
    public PackContent Manifest => Contents[^1];

    /// <summary>A content by its name; null where there is none.</summary>
    /// <param name="name">Such as claims.csv.</param>
    public PackContent? Find(string name) => Contents.Items.FirstOrDefault(content => content.Name == name);
}

/// <summary>One content of a pack.</summary>
/// <param name="Name">As a file would be called.</param>
/// <param name="Text">All of it; written as UTF-8 without a byte order mark.</param>
public sealed record PackContent(string Name, string Text)
{
    /// <summary>SHA-256 of the text as UTF-8, in 64 lower-case hexadecimal digits.</summary>
    public string Sha256 => Of(Text);

    internal static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
