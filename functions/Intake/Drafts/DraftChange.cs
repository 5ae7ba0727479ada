using System.Collections.Immutable;
using Dissemination.Directory;

namespace Dissemination.Intake.Drafts;

/// <summary>What somebody changed in a draft, in one sitting.</summary>
/// <param name="Fields">The names of the fields that were changed.</param>
internal sealed record DraftChange(PersonId By, DateTimeOffset From, DateTimeOffset Until, ImmutableArray<string> Fields);
