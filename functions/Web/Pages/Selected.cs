using System.Globalization;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;

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
            if (IStringId<DeliveryId>.Find(text) is not { } id)
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
        > DeliveryCommands.AtOnce =>
            new(nameof(ProblemTexts.TooManyChosen), null, DeliveryCommands.AtOnce.ToString(CultureInfo.InvariantCulture)),
        _ => null,
    };

    /// <summary>Those that stand as the act wanted it.</summary>
    public static IReadOnlyList<Delivery> DoneOf(IEnumerable<CommandOutcome> outcomes) =>
        [.. outcomes.Where(outcome => outcome.IsDone).Select(outcome => outcome.Row!.Value)];

    /// <summary>Which of them were not done, and why, each by the name of its place; the record is told each by itself.</summary>
    public static IReadOnlyList<Problem> ProblemsOf(
        HttpContext context, IReadOnlyCollection<CommandOutcome> outcomes, DirectorySnapshot directory)
    {
        Note(context, outcomes);
        return outcomes.Count == 1 && outcomes.First().Problem is { } alone
            ? [alone]
            : [.. outcomes.Where(outcome => !outcome.IsDone).Select(outcome => new Problem(
                nameof(ProblemTexts.OneOfManyNotDone),
                null,
                NameOf(outcome.Id, directory),
                outcome.Problem!.Text(CultureInfo.CurrentUICulture)))];
    }

    /// <summary>The same of what people know by its id.</summary>
    /// <param name="refused">Each with why it was not done.</param>
    public static IReadOnlyList<Problem> ProblemsOf(HttpContext context, IReadOnlyCollection<(string Id, Problem Problem)> refused)
    {
        RefusedOfMany.Note(context, refused);
        return
        [
            .. refused.Select(one => new Problem(
                nameof(ProblemTexts.OneOfManyNotDone), null, one.Id, one.Problem.Text(CultureInfo.CurrentUICulture))),
        ];
    }

    /// <summary>Tells the record which of them were refused.</summary>
    public static void Note(HttpContext context, IEnumerable<CommandOutcome> outcomes) => RefusedOfMany.Note(
        context, outcomes.Where(outcome => !outcome.IsDone).Select(outcome => (outcome.Id.ToString(), outcome.Problem!)));

    private static string NameOf(DeliveryId id, DirectorySnapshot directory) =>
        $"{directory.NameOf(id.Destination)} ({PageLabels.Of(id.Version.Language)})";
}
