namespace OpenAso.Storage.Tests;

public class AssemblyTests
{
    [Fact]
    public void The_project_is_found() =>
        Assert.Equal("OpenAso.Storage.Tests", typeof(AssemblyTests).Assembly.GetName().Name);
}
