namespace Dissemination.Problems;

/// <summary>Where a problem lies in what was handed in.</summary>
/// <param name="File">The file as the person knows it, for example <c>items/slogans.csv</c>.</param>
/// <param name="Line">The line, counted from 1, where the problem has one.</param>
/// <param name="Field">The front-matter key or column, where the problem has one.</param>
internal sealed record Place(string File, int? Line = null, string? Field = null)
{
    public override string ToString() =>
        (Line, Field) switch
        {
            (null, null) => File,
            (null, _) => $"{File} ({Field})",
            (_, null) => $"{File}:{Line}",
            _ => $"{File}:{Line} ({Field})",
        };
}
