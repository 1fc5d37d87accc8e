namespace OpenAso.Correspondence.Tests;

public class AssemblyTests
{
    [Fact]
    public void The_project_is_found() =>
        Assert.Equal("OpenAso.Correspondence.Tests", typeof(AssemblyTests).Assembly.GetName().Name);
}
