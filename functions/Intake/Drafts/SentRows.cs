using System.Collections.Immutable;
using Dissemination.Content;

namespace Dissemination.Intake.Drafts;

/// <summary>Rows of a sheet that were handed in as one file, as they were given, until it is known that they were taken.</summary>
internal sealed record SentRows(HandInId HandIn, ImmutableArray<ImmutableArray<string>> Rows);
