using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace OpenAso.Documents;

/// <summary>The package's parser, with one kind of exception for text that is not YAML.</summary>
/// <remarks>The package throws <see cref="InvalidOperationException"/> and <see cref="ArgumentException"/> for some bad
/// texts (an unclosed bracket before a colon, a tag that is no address), as it would for a defect of its own.</remarks>
internal sealed class GuardedParser(TextReader text) : IParser
{
    private readonly Parser _parser = new(text);

    public ParsingEvent? Current => _parser.Current;

    public bool MoveNext()
    {
        try
        {
            return _parser.MoveNext();
        }
        catch (Exception problem) when (problem is InvalidOperationException or ArgumentException or FormatException)
        {
            var near = _parser.Current?.End ?? Mark.Empty;
            throw new YamlException(near, near, "The text cannot be understood behind this place");
        }
    }
}
