using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Intake;

/// <summary>Where content came from.</summary>
/// <param name="Line">The line, for an item that is a row.</param>
/// <param name="By">Who handed it in, where that is known.</param>
internal sealed record HandInSource(string File, int? Line, HandInId HandIn, PersonId? By)
{
    /// <summary>By what an approval that the content carries counts by itself; null where somebody has to confirm it.</summary>
    public ApprovalRight? Right { get; init; }

    /// <summary>The pictures that the content names, as they are there.</summary>
    public ImmutableArray<AcceptedPicture> Pictures { get; init; } = [];
}
