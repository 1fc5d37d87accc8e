namespace OpenAso.Kernel;

/// <summary>Where a rule comes from: a law, a standard's section, a plan's clause.</summary>
/// <param name="citation">As a reader would look it up, for example <c>29 CFR 2560.503-1(f)(2)(iii)(B)</c>.</param>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
public sealed class SourceAttribute(string citation) : Attribute
{
    /// <summary>As a reader would look it up.</summary>
    public string Citation { get; } = citation;
}
