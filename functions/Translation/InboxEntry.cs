using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Translation;

/// <summary>An open translation as an inbox lists it.</summary>
/// <param name="Headline">Of the Vietnamese original.</param>
/// <param name="Communes">The communes that wait for it.</param>
/// <param name="Since">Since when it is in this state.</param>
internal sealed record InboxEntry(
    VersionId Version,
    ItemKind Kind,
    string Headline,
    TranslationState State,
    bool Sample,
    ImmutableArray<CommuneId> Communes,
    DateTimeOffset Since);
