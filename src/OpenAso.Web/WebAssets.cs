using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using OpenAso.Kernel;

namespace OpenAso.Web;

/// <summary>Stylesheet and script, which travel in the assembly: nothing is fetched from elsewhere.</summary>
internal static class WebAssets
{
    private static readonly Dictionary<string, (byte[] Content, string Hash)> All = Load();

    /// <summary>The address of a file; it changes with its content.</summary>
    public static string Address(string name) => $"/assets/{All[name].Hash}/{name}";

    /// <summary>Sends a file, which a browser may keep for ever.</summary>
    public static Results<FileContentHttpResult, NotFound> Send(string hash, string name, HttpContext request)
    {
        if (!All.TryGetValue(name, out var asset) || asset.Hash != hash)
            return TypedResults.NotFound();
        request.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.File(asset.Content, Path.GetExtension(name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            _ => "application/octet-stream",
        });
    }

    private static Dictionary<string, (byte[] Content, string Hash)> Load()
    {
        const string Prefix = "OpenAso.Web.Assets.";
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(name => name[Prefix.Length..], name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                using var memory = new MemoryStream();
                stream.CopyTo(memory);
                var content = memory.ToArray();
                return (content, ContentHash.Of(content).ToString()[..16]);
            });
    }
}
