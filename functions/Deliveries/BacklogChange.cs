using Dissemination.Storage;

namespace Dissemination.Deliveries;

/// <summary>A block of the backlog that was worked at.</summary>
/// <param name="Rest">What is left of it; null where nothing is.</param>
/// <param name="Due">When the rest is due; another time than before.</param>
internal readonly record struct BacklogChange(Row<OpenBlock> Read, OpenBlock? Rest, DateTimeOffset Due);
