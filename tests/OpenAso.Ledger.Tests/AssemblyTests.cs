namespace OpenAso.Ledger.Tests;

public class AssemblyTests
{
    [Fact]
    public void The_project_is_found() =>
        Assert.Equal("OpenAso.Ledger.Tests", typeof(AssemblyTests).Assembly.GetName().Name);
}
