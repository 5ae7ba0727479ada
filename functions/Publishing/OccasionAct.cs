using System.Collections.Immutable;
using Dissemination.Directory;

namespace Dissemination.Publishing;

/// <summary>What a person does on the calendar with an item in some of its languages.</summary>
/// <param name="Record">The word of the record.</param>
internal abstract record OccasionAct(string Record, ImmutableArray<LanguageTag> Languages)
{
    /// <summary>It goes out at another time.</summary>
    /// <param name="At">Null where none was told.</param>
    public sealed record Move(ImmutableArray<LanguageTag> Languages, DateTimeOffset? At) : OccasionAct("occasion-moved", Languages);

    /// <summary>It is kept back until somebody lets it go.</summary>
    public sealed record Hold(ImmutableArray<LanguageTag> Languages) : OccasionAct("occasion-held", Languages);

    /// <summary>It does not go out, while the item stays.</summary>
    public sealed record Cancel(ImmutableArray<LanguageTag> Languages) : OccasionAct("occasion-cancelled", Languages);

    /// <summary>What was kept back or cancelled goes out after all.</summary>
    public sealed record Resume(ImmutableArray<LanguageTag> Languages) : OccasionAct("occasion-resumed", Languages);
}
