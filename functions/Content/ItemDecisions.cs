using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Content;

/// <summary>What people decide about an item.</summary>
internal static class ItemDecisions
{
    /// <summary>An approval is an act of somebody who may approve, and who is another than the one that handed the text in.</summary>
    public static Parsed<Item> Approve(Item item, ApprovalAct act)
    {
        var (document, date) = act.With(item.Claim);
        var problems = new List<Problem>();
        if (!act.By.Is(Role.Approver))
        {
            problems.Add(new(nameof(ProblemTexts.NotAnApprover), Arguments: act.By.Id.Value));
        }
        else if (item.HandedInBy == act.By.Id)
        {
            problems.Add(new(nameof(ProblemTexts.ApprovedByAuthor), Arguments: item.Headline));
        }

        if (document.Length == 0)
        {
            problems.Add(new(nameof(ProblemTexts.RequiredKeyMissing), null, "document"));
        }
        else if (document.Length > Limits.LineCharacters)
        {
            problems.Add(new(nameof(ProblemTexts.TextTooLong), null, "1000"));
        }

        if (date > act.Today || !LocalTime.IsSensible(date.Year))
        {
            problems.Add(new(nameof(ProblemTexts.ApprovalDateImpossible), null, LocalTime.Text(date)));
        }

        if (item.State is ItemState.Approved or ItemState.Withdrawn)
        {
            problems.Add(
                new(item.State is ItemState.Approved
                    ? nameof(ProblemTexts.ItemApprovedAlready)
                    : nameof(ProblemTexts.ItemIsWithdrawn), null, item.Headline));
        }

        return problems.Count > 0
            ? Parsed<Item>.Bad(problems)
            : Parsed<Item>.Of(item with { Approval = new(act.By.Id, document, date), Claim = null, Returned = null });
    }

    /// <summary>Whether it stands approved by a person already, under that document or, where none is named, under any.</summary>
    public static bool IsApproved(Item item, PersonId by, string? document) =>
        item is { State: ItemState.Approved, Approval: { } given }
        && given.By == by
        && (string.IsNullOrWhiteSpace(document) || given.Document == document.Trim());

    /// <summary>Instead of approving it: what is wrong is said, and whoever handed it in corrects it.</summary>
    public static Parsed<Item> Return(Item item, Person person, string reason, DateTimeOffset now)
    {
        var problems = new List<Problem>();
        if (!person.Is(Role.Approver))
        {
            problems.Add(new(nameof(ProblemTexts.NotAnApprover), Arguments: person.Id.Value));
        }

        if (WhyNoReason(reason) is { } problem)
        {
            problems.Add(problem);
        }

        if (item.State is not ItemState.WaitingForApproval)
        {
            problems.Add(new(nameof(ProblemTexts.ItemNotWaiting), null, item.Headline));
        }

        return problems.Count > 0
            ? Parsed<Item>.Bad(problems)
            : Parsed<Item>.Of(item with { Returned = new(person.Id, now, reason.Trim()) });
    }

    public static Parsed<Item> Withdraw(Item item, Person person, string reason, DateTimeOffset now)
    {
        var problems = new List<Problem>();
        if (!person.Is(Role.Approver) && !person.Is(Role.Staff))
        {
            problems.Add(new(nameof(ProblemTexts.MayNotWithdraw), null, person.Name));
        }

        if (WhyNoReason(reason) is { } problem)
        {
            problems.Add(problem);
        }

        if (item.State is ItemState.Withdrawn)
        {
            problems.Add(new(nameof(ProblemTexts.ItemIsWithdrawn), null, item.Headline));
        }

        return problems.Count > 0
            ? Parsed<Item>.Bad(problems)
            : Parsed<Item>.Of(item with { Withdrawal = new(person.Id, now, reason.Trim()) });
    }

    /// <summary>What places get that carry no Vietnamese, while there is no translation for them.</summary>
    public static Parsed<Item> Choose(Item item, Person person, Untranslated choice) =>
        !person.Is(Role.Approver) && !person.Is(Role.Staff) ? Parsed<Item>.Bad([new(nameof(ProblemTexts.NotStaff))])
        : item.State is ItemState.Withdrawn ? Parsed<Item>.Bad([new(nameof(ProblemTexts.ItemIsWithdrawn), null, item.Headline)])
        : Parsed<Item>.Of(item with { Untranslated = choice });

    private static Problem? WhyNoReason(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? new(nameof(ProblemTexts.RequiredKeyMissing), null, "reason")
        : reason.Length > Limits.LineCharacters ? new(nameof(ProblemTexts.TextTooLong), null, "1000")
        : null;

    /// <summary>What an approved item hands to Publishing: each of its texts that may go out, from its time on.</summary>
    public static IEnumerable<VersionDue> DueOnApproval(Item item, IEnumerable<TextId> ready, DateTimeOffset now) =>
        item.State is ItemState.Approved
            ? ready.Select(text => VersionDue.Of(text, item.DueAt(text.Language, now), item.TraceParent))
            : [];
}
