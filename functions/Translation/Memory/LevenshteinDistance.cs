namespace Dissemination.Translation.Memory;

/// <summary>How many insertions, deletions and replacements lie between two rows of things (Levenshtein).</summary>
internal static class LevenshteinDistance
{
    /// <param name="most">From here on it does not matter how far apart they are: any greater distance is told as one more than
    /// this.</param>
    public static int Of<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, int most)
        where T : IEquatable<T>
    {
        if (a.Length > b.Length)
        {
            return Of(b, a, most);
        }

        if (b.Length - a.Length > most)
        {
            return most + 1;
        }

        most = Math.Min(most, b.Length);
        var row = a.Length < 256 ? stackalloc int[a.Length + 1] : new int[a.Length + 1];
        for (var column = 0; column <= a.Length; column++)
        {
            row[column] = column;
        }

        for (var line = 1; line <= b.Length; line++)
        {
            if (Next(row, a, b[line - 1], line, most) > most)
            {
                return most + 1;
            }
        }

        return Math.Min(row[a.Length], most + 1);
    }

    /// <summary>Puts the next line in the place of the one before.</summary>
    /// <returns>The least of it.</returns>
    private static int Next<T>(Span<int> row, ReadOnlySpan<T> a, T thing, int line, int most)
        where T : IEquatable<T>
    {
        // Further from the diagonal than that, a cell is beyond the limit whatever follows.
        var (from, to) = (Math.Max(1, line - most), Math.Min(a.Length, line + most));
        var (diagonal, best) = (row[from - 1], int.MaxValue);
        row[from - 1] = from == 1 ? line : most + 1;
        for (var column = from; column <= to; column++)
        {
            var above = column == line + most ? most + 1 : row[column];
            var replaced = diagonal + (a[column - 1].Equals(thing) ? 0 : 1);
            diagonal = row[column];
            row[column] = Math.Min(replaced, Math.Min(above, row[column - 1]) + 1);
            best = Math.Min(best, row[column]);
        }

        return Math.Min(best, row[from - 1]);
    }

    /// <summary>
    /// The same for a pattern of at most 64 things, all of whose columns are reckoned at once as bits (Myers 1999, Hyyrö 2003).
    /// </summary>
    /// <param name="places">By thing: a bit for each place where the pattern has it.</param>
    public static int Of(int patternLength, ReadOnlySpan<ulong> places, ReadOnlySpan<int> text, int most)
    {
        if (patternLength == 0)
        {
            return Math.Min(text.Length, most + 1);
        }

        var (more, less, last, distance) = (ulong.MaxValue, 0UL, 1UL << (patternLength - 1), patternLength);
        for (var at = 0; at < text.Length; at++)
        {
            var same = places[text[at]];
            var vertical = same | less;
            var horizontal = (((same & more) + more) ^ more) | same;
            var up = less | ~(horizontal | more);
            var down = more & horizontal;
            distance += (up & last) != 0 ? 1 : (down & last) != 0 ? -1 : 0;
            if (distance - (text.Length - at - 1) > most)
            {
                return most + 1;
            }

            up = (up << 1) | 1;
            more = (down << 1) | ~(vertical | up);
            less = up & vertical;
        }

        return Math.Min(distance, most + 1);
    }
}
