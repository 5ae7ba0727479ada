namespace Dissemination.Web.Pages.Communes;

/// <summary>Segments that are unfolded together: a long text in its fields is ten screens of a phone otherwise.</summary>
internal sealed record SegmentGroup(IReadOnlyList<SegmentView> Segments)
{
    /// <summary>How many stand in one.</summary>
    public const int Size = 10;

    /// <summary>Whether it stands unfolded before anybody asks for it.</summary>
    public required bool IsUnfolded { get; init; }

    /// <summary>Whether there is no other, so that nothing has to be folded.</summary>
    public required bool IsOnly { get; init; }

    /// <summary>The number of its first segment, as people count.</summary>
    public int First => Segments[0].Place + 1;

    /// <summary>The number of its last segment, as people count.</summary>
    public int Last => Segments[^1].Place + 1;
}
