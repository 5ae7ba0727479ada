using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Translation;

/// <summary>One revision of an item in one language other than Vietnamese, and how far its translation is.</summary>
internal sealed record TranslatedVersion
{
    public required VersionId Id { get; init; }

    public required TranslationState State { get; init; }

    public required VersionText Text { get; init; }

    /// <summary>The hash of the Vietnamese words that it translates: the same words in a later revision keep their translation.</summary>
    public required string SourceHash { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>All who wrote at this text. None of them may approve it.</summary>
    public ImmutableArray<PersonId> Editors { get; init; } = [];

    /// <summary>Who approved or returned it.</summary>
    public PersonId? ReviewedBy { get; init; }

    /// <summary>Why it was returned.</summary>
    public string? ReturnReason { get; init; }

    /// <summary>The hash of the supplied text that it started from; null once a person has edited it, or where there was none.</summary>
    public string? SuppliedHash { get; init; }

    /// <summary>A sample that no speaker has checked; shown as one.</summary>
    public bool Sample { get; init; }

    /// <summary>Whether somebody still has to do something about it.</summary>
    public bool IsOpen => State is not (TranslationState.Approved or TranslationState.Outdated);
}
