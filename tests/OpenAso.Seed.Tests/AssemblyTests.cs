namespace OpenAso.Seed.Tests;

public class AssemblyTests
{
    [Fact]
    public void The_project_is_found() =>
        Assert.Equal("OpenAso.Seed.Tests", typeof(AssemblyTests).Assembly.GetName().Name);
}
