using System.Collections.Immutable;
using Dissemination.Directory;
using Dissemination.Storage;

namespace Dissemination.Reach.Meetings;

/// <summary>
/// A sheet that a person agreed to, until all of it is taken: what is agreed to is one row, so that a crash leaves no half of it.
/// </summary>
/// <param name="Id">Of what it holds and who agreed: the same sheet agreed to twice is one.</param>
internal sealed record AgreedSheet(string Id, PersonId By, DateTimeOffset At, ImmutableArray<Told> Rows, string? TraceParent = null)
    : IOutboxEntry;
