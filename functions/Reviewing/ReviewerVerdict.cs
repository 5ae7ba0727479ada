using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Translation;

namespace Dissemination.Reviewing;

/// <summary>What a pressed button means as things stand now.</summary>
internal abstract record ReviewerVerdict
{
    /// <summary>The button was made for another state, or somebody else took the translation.</summary>
    public sealed record Stale : ReviewerVerdict;

    public sealed record Refused(Problem Problem) : ReviewerVerdict;

    /// <summary>Whether the person may is decided where every approval is.</summary>
    public sealed record Approve : ReviewerVerdict;

    /// <summary>The person wants to return it, and says why.</summary>
    public sealed record Return : ReviewerVerdict;

    public static ReviewerVerdict Of(ReviewerButton button, ReviewerView view, Person person)
    {
        var translation = view.Translation;
        return translation is not { State: TranslationState.InReview, IsOpen: true } || button.Stamp != ReviewStamp.Of(translation)
            || translation.Claim?.KeepsOut(person.Id, view.Now) == true ? new Stale()
            : TranslationAccess.Check(person, translation.TextId, view.Source, view.Directory) is { } problem ? new Refused(problem)
            : button.Approves ? new Approve()
            : new Return();
    }
}
