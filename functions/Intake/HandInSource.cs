using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Intake;

/// <summary>Where content came from.</summary>
/// <param name="Line">The line, for an item that is a row.</param>
/// <param name="By">Who handed it in, where that is known.</param>
internal sealed record HandInSource(string File, int? Line, HandInId HandIn, PersonId? By)
{
    /// <summary>The pictures that the content names, as they are there.</summary>
    public ImmutableArray<AcceptedPicture> Pictures { get; init; } = [];
}
