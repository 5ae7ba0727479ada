using System.Globalization;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Publishing;

/// <summary>What people decide on the calendar: pure functions.</summary>
internal static class OccasionDecisions
{
    /// <param name="languages">Those in which the item is wanted.</param>
    /// <param name="begun">Those in which it is out already, or on its way.</param>
    public static Parsed<Item> Decide(
        Item item,
        OccasionAct act,
        (Person Person, DateTimeOffset Now) by,
        IReadOnlyCollection<LanguageTag> languages,
        IReadOnlyCollection<LanguageTag> begun)
    {
        List<Problem> problems = [.. OfItem(item, by.Person, by.Now)];
        if (act.Languages.IsEmpty || act.Languages.Any(language => !languages.Contains(language)))
        {
            problems.Add(new(nameof(ProblemTexts.OccasionNoneChosen)));
        }

        problems.AddRange(act.Languages.Intersect(begun).Select(language =>
            new Problem(nameof(ProblemTexts.OccasionIsOut), null, Languages.NameOf(language, CultureInfo.CurrentUICulture))));
        problems.AddRange(OfTime(item, act, by.Now));
        if (problems.Count > 0)
        {
            return Parsed<Item>.Bad(problems);
        }

        var decided = item with
        {
            Occasions =
            [
                .. item.Occasions.Where(occasion => !act.Languages.Contains(occasion.Language)),
                .. act.Languages.Distinct().Select(language =>
                    After(item.OccasionOf(language) ?? new(language, by.Now), act, by.Now)),
            ],
        };
        return act.Languages.All(language =>
                item.OccasionStateOf(language) == decided.OccasionStateOf(language)
                && item.WantedAt(language) == decided.WantedAt(language))
            ? Parsed<Item>.Bad([new(nameof(ProblemTexts.OccasionStandsSo))])
            : Parsed<Item>.Of(decided);
    }

    /// <summary>Whether it stands as an act wants it: a button that was pressed twice, or whose answer was lost, is done.</summary>
    public static bool IsDone(Item item, OccasionAct act) =>
        !act.Languages.IsEmpty && act.Languages.All(language => item.OccasionOf(language) is { } stands && act switch
        {
            OccasionAct.Move move => move.At is not null && stands.At == move.At,
            OccasionAct.Hold => stands.State is OccasionState.Held,
            OccasionAct.Cancel => stands.State is OccasionState.Cancelled,
            _ => stands.State is OccasionState.Planned,
        });

    private static IEnumerable<Problem> OfItem(Item item, Person by, DateTimeOffset now)
    {
        if (!by.Is(Role.Staff) && !by.Is(Role.Approver))
        {
            yield return new(nameof(ProblemTexts.MayNotSchedule));
        }

        if (item.State is ItemState.Withdrawn)
        {
            yield return new(nameof(ProblemTexts.ItemIsWithdrawn), null, item.Headline);
        }
        else if (item.IsExpired(now))
        {
            yield return new(nameof(ProblemTexts.ItemExpired));
        }
    }

    private static IEnumerable<Problem> OfTime(Item item, OccasionAct act, DateTimeOffset now)
    {
        if (act is not OccasionAct.Move move)
        {
            yield break;
        }

        if (act.Languages.Any(language => item.OccasionStateOf(language) is OccasionState.Cancelled))
        {
            yield return new(nameof(ProblemTexts.OccasionIsCancelled));
        }

        if (move.At is not { } at)
        {
            yield return new(nameof(ProblemTexts.OccasionNoTime));
        }
        else if (at <= now)
        {
            yield return new(nameof(ProblemTexts.OccasionInThePast), null, LocalTime.Text(at));
        }
        else if (at >= item.ExpiresAt)
        {
            yield return new(nameof(ProblemTexts.OccasionAfterExpiry), null, LocalTime.Text(item.ExpiresAt.Value));
        }
    }

    private static Occasion After(Occasion before, OccasionAct act, DateTimeOffset now) => act switch
    {
        OccasionAct.Move move => before with { At = move.At, Since = now },
        OccasionAct.Hold => before with { State = OccasionState.Held, Since = now },
        OccasionAct.Cancel => before with { State = OccasionState.Cancelled, Since = now },
        _ => before with { State = OccasionState.Planned, Since = now },
    };
}
