using Dissemination.Problems;

namespace Dissemination.Directory.Changes;

/// <summary>Who may change the directory, what needs a second person, and what is never taken: pure functions.</summary>
internal static class DirectoryDuties
{
    /// <summary>
    /// Whether nobody is there yet who could change the directory: then the files that come are its beginning, for else nobody could ever
    /// sign in.
    /// </summary>
    public static bool IsFounding(DirectorySnapshot current) => !current.People.Any(person => person.Is(Role.Staff));

    /// <summary>Whether it is taken though no person has seen the difference: what is dropped by nobody knows whom may only add.</summary>
    /// <param name="isHandedIn">Whether it was handed in by a person, who looks at the difference next.</param>
    public static bool IsTakenUnseen(DirectorySnapshot current, DirectoryDifference difference, bool isHandedIn) =>
        IsFounding(current)
        || difference.IsEmpty
        || (!isHandedIn && difference is { OnlyAdds: true, ChangesPowers: false });

    /// <summary>Whether a change waits for a second person. Where there is only one, nobody could ever be the second.</summary>
    public static bool NeedsSecond(DirectorySnapshot current, DirectoryDifference difference) =>
        difference.ChangesPowers && current.People.Count(IsKeeper) > 1;

    /// <summary>What would leave nobody to hand in or nobody to approve is refused, whoever wants it.</summary>
    public static IEnumerable<Problem> Refusals(DirectorySnapshot current, DirectorySnapshot wanted)
    {
        foreach (var (role, code) in ((Role, string)[])[
            (Role.Staff, nameof(ProblemTexts.DirectoryWithoutStaff)), (Role.Approver, nameof(ProblemTexts.DirectoryWithoutApprover))])
        {
            var had = current.People.Where(person => person.Is(role)).Select(person => person.Name).ToList();
            if (had.Count > 0 && !wanted.People.Any(person => person.Is(role)))
            {
                yield return new(code, new(DirectoryFiles.People), string.Join(", ", had));
            }
        }
    }

    /// <summary>
    /// What a person's yes comes to: whether the change is taken now, or stands as proposed by this person until a second one says yes too.
    /// </summary>
    /// <param name="proposedBy">Who said yes first; null where nobody has yet.</param>
    public static Result<DirectoryStep> Confirm(
        DirectorySnapshot current, DirectoryDifference difference, PersonId? proposedBy, Person by)
    {
        if (!IsKeeper(by) || (proposedBy is null && !by.Is(Role.Staff)))
        {
            return NotYours;
        }

        if (!NeedsSecond(current, difference))
        {
            return DirectoryStep.Taken;
        }

        return proposedBy is not { } first ? DirectoryStep.Proposed
            : first == by.Id ? new Problem(nameof(ProblemTexts.DirectorySecondPerson), null, by.Name)
            : DirectoryStep.Taken;
    }

    /// <summary>Why a person may not say no to a change; null where he or she may.</summary>
    public static Problem? WhyNotDecline(Person by) => IsKeeper(by) ? null : NotYours;

    private static Problem NotYours => new(nameof(ProblemTexts.DirectoryNotYours));

    /// <summary>Staff change the directory; who approves texts may be the second person.</summary>
    private static bool IsKeeper(Person person) => person.Is(Role.Staff) || person.Is(Role.Approver);
}
