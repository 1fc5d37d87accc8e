using OpenAso.Operations.Designing;

namespace OpenAso.Operations.Tests;

public sealed class RecentAnswersTests
{
    private readonly RecentAnswers<int, string> _answers = new(2);
    private int _computed;

    [Fact]
    public void The_same_question_is_computed_once_and_the_longest_unused_goes_first()
    {
        Assert.Equal(["1", "2", "1", "3", "1"], new[] { 1, 2, 1, 3, 1 }.Select(Ask));
        Assert.Equal((3, 2), (_computed, _answers.Count));
        Assert.Equal("2", Ask(2));
        Assert.Equal((4, 2), (_computed, _answers.Count));
    }

    [Fact]
    public void What_fails_is_asked_again()
    {
        Assert.Throws<InvalidOperationException>(() => _answers.Of(1, () => throw new InvalidOperationException()));
        Assert.Equal("1", Ask(1));
    }

    [Fact]
    public async Task Whoever_asks_while_another_computes_waits_for_the_same_answer()
    {
        using var gate = new ManualResetEventSlim();
        var asked = Enumerable.Range(0, 4).Select(_ => Task.Run(
            () => _answers.Of(7, () =>
            {
                gate.Wait(TestContext.Current.CancellationToken);
                return $"{Interlocked.Increment(ref _computed)}";
            }), TestContext.Current.CancellationToken)).ToList();
        gate.Set();
        Assert.All(await Task.WhenAll(asked), answer => Assert.Equal("1", answer));
    }

    private string Ask(int question) => _answers.Of(question, () =>
    {
        _computed++;
        return $"{question}";
    });
}
