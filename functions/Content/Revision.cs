using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Dissemination.Content;

/// <summary>One revision of an item: never changed once stored.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="SourceFile">The file that it came from.</param>
/// <param name="SourceLine">Its line there, for an item that is a row.</param>
/// <param name="HandedInBy">Who handed the file in, where that is known.</param>
/// <param name="Pictures">The very pictures that it shows, in the order of its content; not there for what was stored before they were
/// noted, which shows whatever lies under their names.</param>
internal sealed record Revision(
    int Number,
    ItemContent Content,
    string ContentHash,
    string SourceFile,
    int? SourceLine,
    string? HandedInBy,
    DateTimeOffset AcceptedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] ImmutableArray<AcceptedPicture> Pictures = default);
