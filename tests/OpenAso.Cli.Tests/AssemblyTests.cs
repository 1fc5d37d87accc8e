namespace OpenAso.Cli.Tests;

public class AssemblyTests
{
    [Fact]
    public void The_project_is_found() =>
        Assert.Equal("OpenAso.Cli.Tests", typeof(AssemblyTests).Assembly.GetName().Name);
}
