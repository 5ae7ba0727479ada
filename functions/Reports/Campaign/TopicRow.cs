using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Reports.Campaign;

/// <summary>A target, task or breakthrough, and where it was spoken of.</summary>
/// <param name="Items">Items with it that were posted somewhere.</param>
/// <param name="Communes">Communes where one of them was posted.</param>
/// <param name="Languages">Languages in which one of them was posted.</param>
internal sealed record TopicRow(Topic Topic, int Items, int Communes, ImmutableArray<LanguageTag> Languages);
