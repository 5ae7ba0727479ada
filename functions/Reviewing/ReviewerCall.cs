using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Reviewing;

/// <summary>
/// A message: a person's chat is to be brought in line with a translation. What that means is decided when it is handled, so a second one
/// changes nothing.
/// </summary>
/// <param name="TraceParent">The stage that found it behind; null where nothing was traced.</param>
internal sealed record ReviewerCall(TextId Text, PersonId Person, string? TraceParent = null);
