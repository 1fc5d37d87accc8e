namespace OpenAso.Members.Tests;

public class AssemblyTests
{
    [Fact]
    public void The_project_is_found() => Assert.Equal("OpenAso.Members.Tests", typeof(AssemblyTests).Assembly.GetName().Name);
}
