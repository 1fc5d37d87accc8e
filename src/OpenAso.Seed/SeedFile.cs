using System.Buffers;

namespace OpenAso.Seed;

/// <summary>A file that can be written.</summary>
/// <param name="Name">With its extension, without a folder: .834 enrolment, .837 claims, .csv prices, networks and
/// short-term disability claims, .yaml long-term ones.</param>
/// <param name="Write">Writes the whole file; called again it writes the same bytes.</param>
public sealed record SeedFile(string Name, Action<IBufferWriter<byte>> Write);
