namespace OpenAso.Conventions.Tests;

public class AssemblyTests
{
    [Fact]
    public void The_project_is_found() =>
        Assert.Equal("OpenAso.Conventions.Tests", typeof(AssemblyTests).Assembly.GetName().Name);
}
