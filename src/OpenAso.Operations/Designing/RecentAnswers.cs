namespace OpenAso.Operations.Designing;

/// <summary>The answers that were computed last, so that whoever asks the same again does not wait: as many as are
/// named, the longest unused goes first.</summary>
/// <remarks>Safe for use from many threads: one that asks while another computes the same waits for it.</remarks>
/// <typeparam name="TQuestion">Equal questions have the same answer.</typeparam>
/// <typeparam name="TAnswer">The answer.</typeparam>
/// <param name="most">How many are kept; at least one.</param>
internal sealed class RecentAnswers<TQuestion, TAnswer>(int most)
    where TQuestion : notnull
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TQuestion, LinkedListNode<(TQuestion Question, Lazy<TAnswer> Answer)>> _known = [];
    private readonly LinkedList<(TQuestion Question, Lazy<TAnswer> Answer)> _byUse = new();

    /// <summary>How many are kept.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _known.Count;
        }
    }

    /// <summary>The answer, computed where it is not known. What fails is not kept.</summary>
    public TAnswer Of(TQuestion question, Func<TAnswer> compute)
    {
        var answer = Find(question, compute);
        try
        {
            return answer.Value;
        }
        catch
        {
            Forget(question, answer);
            throw;
        }
    }

    private Lazy<TAnswer> Find(TQuestion question, Func<TAnswer> compute)
    {
        lock (_lock)
        {
            if (_known.TryGetValue(question, out var node))
                _byUse.Remove(node);
            else
                node = new((question, new Lazy<TAnswer>(compute)));
            _byUse.AddFirst(node);
            _known[question] = node;
            if (_known.Count > most)
            {
                _known.Remove(_byUse.Last!.Value.Question);
                _byUse.RemoveLast();
            }
            return node.Value.Answer;
        }
    }

    private void Forget(TQuestion question, Lazy<TAnswer> answer)
    {
        lock (_lock)
        {
            if (_known.TryGetValue(question, out var node) && node.Value.Answer == answer)
            {
                _known.Remove(question);
                _byUse.Remove(node);
            }
        }
    }
}
