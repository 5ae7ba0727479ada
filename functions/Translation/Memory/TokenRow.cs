namespace Dissemination.Translation.Memory;

/// <summary>Rows of tokens are the same where their tokens are.</summary>
internal sealed class TokenRow : IEqualityComparer<int[]>
{
    public static TokenRow Comparer { get; } = new();

    public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(int[] obj)
    {
        var hash = default(HashCode);
        foreach (var token in obj)
        {
            hash.Add(token);
        }

        return hash.ToHashCode();
    }
}
