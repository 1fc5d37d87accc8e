namespace OpenAso.Providers.Tests;

public class AssemblyTests
{
    [Fact]
    public void The_project_is_found() =>
        Assert.Equal("OpenAso.Providers.Tests", typeof(AssemblyTests).Assembly.GetName().Name);
}
