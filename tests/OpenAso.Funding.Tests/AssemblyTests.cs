namespace OpenAso.Funding.Tests;

public class AssemblyTests
{
    [Fact]
    public void The_project_is_found() =>
        Assert.Equal("OpenAso.Funding.Tests", typeof(AssemblyTests).Assembly.GetName().Name);
}
