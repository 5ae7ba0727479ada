using System.Globalization;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Publishing;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages;

/// <summary>What was ticked in a list of deliveries, and what doing something to it came to.</summary>
internal static class Selected
{
    /// <summary>The name of the tick boxes.</summary>
    public const string Field = "id";

    /// <returns>The problem with what was ticked; null where it can be acted on.</returns>
    public static Problem? Read(IFormCollection form, out IReadOnlyList<DeliveryId> ids)
    {
        List<DeliveryId> read = [];
        ids = read;
        foreach (var text in form[Field])
        {
            if (!DeliveryId.TryParse(text, null, out var id))
            {
                return new(nameof(ProblemTexts.DeliveryNotFound), null, text ?? "");
            }

            read.Add(id);
        }

        return CheckNumber(read.Count);
    }

    public static Problem? CheckNumber(int number) => number switch
    {
        0 => new(nameof(ProblemTexts.NothingChosen)),
        > DeliveryDesk.AtOnce => new(nameof(ProblemTexts.TooManyChosen), null, DeliveryDesk.AtOnce.ToString(CultureInfo.InvariantCulture)),
        _ => null,
    };

    /// <summary>Which of them were not done, and why, each by the name of its place.</summary>
    public static IReadOnlyList<Problem> ProblemsOf(IReadOnlyCollection<DeskOutcome> outcomes, DirectorySnapshot directory) =>
        outcomes.Count == 1 && outcomes.First().Problem is { } alone
            ? [alone]
            : [.. outcomes.Where(outcome => !outcome.IsDone).Select(outcome => new Problem(
                nameof(ProblemTexts.OneOfManyNotDone),
                null,
                $"{directory.Find(outcome.Id.Destination)?.Name ?? outcome.Id.Destination.ToString()} ({PageWords.Of(outcome.Id.Version.Language)})",
                outcome.Problem!.Text(CultureInfo.CurrentUICulture)))];
}
