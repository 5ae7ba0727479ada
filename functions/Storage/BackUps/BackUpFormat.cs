namespace Dissemination.Storage.BackUps;

/// <summary>How the back-ups of a place are written; made with the first of them.</summary>
/// <param name="Version">Raised where an older program could not read them.</param>
internal sealed record BackUpFormat(int Version)
{
    public const int Current = 1;

    public const string Name = "format.json";

    /// <summary>In base64; null where nothing is encrypted.</summary>
    public string? Salt { get; init; }

    public int? Iterations { get; init; }

    /// <summary>By which one sees that a key is the right one, and not what it is.</summary>
    public string? Check { get; init; }
}
