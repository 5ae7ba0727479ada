using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Intake;

/// <summary>A translation as a file or a column tells it.</summary>
internal sealed record ReadTranslation(ItemId Item, LanguageTag Language, VersionText Text, bool Sample)
{
    /// <summary>What its author should know, though it is taken.</summary>
    public ImmutableArray<Problem> Warnings { get; init; } = [];
}
