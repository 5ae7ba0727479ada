using Dissemination.Translation.Memory;

using FsCheck.Xunit;


namespace Dissemination.Tests.Translation.Memory;

public sealed class DistanceTests
{
    [Property]
    public void It_is_the_same_both_ways_and_zero_for_the_same_alone(byte[] a, byte[] b)
    {
        var (left, right) = (Few(a), Few(b));
        Assert.Equal(Whole(left, right), Whole(right, left));
        Assert.Equal(left.SequenceEqual(right), Whole(left, right) == 0);
        Assert.InRange(Whole(left, right), Math.Abs(left.Length - right.Length), Math.Max(left.Length, right.Length));
    }

    [Property]
    public bool A_way_round_is_no_shorter(byte[] a, byte[] b, byte[] c) =>
        Whole(Few(a), Few(c)) <= Whole(Few(a), Few(b)) + Whole(Few(b), Few(c));

    [Property]
    public void Both_ways_to_reckon_it_agree_with_the_plain_one_within_any_limit(byte[] a, byte[] b, byte limit)
    {
        var (left, right, most) = (Few(a), Few(b), limit % 12);
        var expected = Math.Min(Whole(left, right), most + 1);
        Assert.Equal(expected, LevenshteinDistance.Of<int>(left, right, most));
        Assert.Equal(expected, Bits(left, right, most));
    }

    [Theory]
    [InlineData(64)]
    [InlineData(63)]
    public void The_last_bit_counts(int length)
    {
        int[] text = [.. Enumerable.Range(0, length).Select(number => number % 7)];
        int[] other = [.. text[..^1], 9];
        Assert.Equal((0, 1), (Bits(text, text, 5), Bits(text, other, 5)));
    }

    private static int[] Few(byte[] bytes) => [.. bytes.Take(64).Select(value => value % 4)];

    private static int Bits(int[] pattern, int[] text, int most)
    {
        var places = new ulong[16];
        foreach (var (at, thing) in pattern.Index())
        {
            places[thing] |= 1UL << at;
        }

        return LevenshteinDistance.Of(pattern.Length, places, text, most);
    }

    /// <summary>By the book: the whole table, no limit.</summary>
    private static int Whole(int[] a, int[] b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                table[i, j] = i == 0
                    ? j
                    : j == 0
                    ? i
                    : Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            }
        }

        return table[a.Length, b.Length];
    }
}
