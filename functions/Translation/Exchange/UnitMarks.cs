using System.Collections.Immutable;

namespace Dissemination.Translation.Exchange;

/// <summary>
/// The marks of a unit by their numbers, from 0: a mark of the target has the number of the one in the source that it stands for.
/// </summary>
internal sealed class UnitMarks
{
    public UnitMarks(ExchangeUnit unit)
    {
        List<string> data = [];
        Source = [.. InlineMarks.Of(unit.Source).Select(piece => (piece.Text, piece.IsMark ? Add(piece.Text) : (int?)null))];
        HashSet<int> free = [.. Enumerable.Range(0, data.Count)];
        Target =
            [.. InlineMarks.Of(unit.Target ?? "")
                .Select(piece => (piece.Text, piece.IsMark ? Taken(piece.Text) ?? Add(piece.Text) : (int?)null))];
        Data = [.. data];

        int Add(string mark)
        {
            data.Add(mark);
            return data.Count - 1;
        }

        int? Taken(string mark)
        {
            var number = free.Where(free => data[free] == mark).Order().Select(free => (int?)free).FirstOrDefault();
            return number is { } taken && free.Remove(taken) ? taken : null;
        }
    }

    /// <summary>The words of the source, and marks with their numbers.</summary>
    public ImmutableArray<(string Text, int? Mark)> Source { get; }

    /// <summary>The words of the target, and marks with their numbers.</summary>
    public ImmutableArray<(string Text, int? Mark)> Target { get; }

    /// <summary>What each mark is.</summary>
    public ImmutableArray<string> Data { get; }
}
