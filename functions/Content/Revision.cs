namespace Dissemination.Content;

/// <summary>One revision of an item: never changed once stored.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="SourceFile">The file that it came from.</param>
/// <param name="SourceLine">Its line there, for an item that is a row.</param>
/// <param name="HandedInBy">Who handed the file in, where that is known.</param>
internal sealed record Revision(
    int Number,
    ItemContent Content,
    string ContentHash,
    string SourceFile,
    int? SourceLine,
    string? HandedInBy,
    DateTimeOffset AcceptedAt);
