namespace OpenAso.Edi.Tests;

public class AssemblyTests
{
    [Fact]
    public void The_project_is_found() => Assert.Equal("OpenAso.Edi.Tests", typeof(AssemblyTests).Assembly.GetName().Name);
}
