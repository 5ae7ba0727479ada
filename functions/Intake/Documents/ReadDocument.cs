using System.Collections.Immutable;
using Dissemination.Problems;

namespace Dissemination.Intake.Documents;

/// <summary>What a document says, as a draft begins.</summary>
/// <param name="Body">Markdown as items have it.</param>
/// <param name="Notes">What was left out or changed, for the person who dropped it.</param>
internal sealed record ReadDocument(
    string? Title, string? Summary, string Body, ImmutableArray<DocumentPicture> Pictures, ImmutableArray<Problem> Notes)
{
    public LegacyOffer? Legacy { get; init; }

    /// <summary>Named values before the text, where it is Markdown with such.</summary>
    public GroupField? Front { get; init; }
}
