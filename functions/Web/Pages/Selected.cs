using System.Globalization;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Storage;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.SignIn;
using Microsoft.Extensions.Primitives;

namespace Dissemination.Web.Pages;

/// <summary>What was ticked in a list of deliveries, and what doing something to it came to.</summary>
internal static class Selected
{
    /// <summary>The name of the tick boxes.</summary>
    public const string Field = "id";

    /// <summary>The name of a button that stands for several: its value names them, with spaces between. Ticks do not count then.</summary>
    public const string Several = "ids";

    /// <summary>The most that are done together where what is meant was not ticked one by one.</summary>
    public const int MostTogether = 500;

    /// <summary>Of more than these is told how many were not done for which reason, and not which.</summary>
    private const int MostNamed = 10;

    /// <param name="most">How many may be chosen.</param>
    /// <returns>The problem with what was ticked; null where it can be acted on.</returns>
    public static Problem? Read(IFormCollection form, out IReadOnlyList<DeliveryId> ids, int most = DeliveryCommands.AtOnce)
    {
        List<DeliveryId> read = [];
        ids = read;
        var chosen = form[Several].ToString() is { Length: > 0 } several ? new StringValues(several.Split(' ')) : form[Field];
        foreach (var text in chosen)
        {
            if (IStringId<DeliveryId>.Find(text) is not { } id)
            {
                return new(nameof(ProblemTexts.DeliveryNotFound), null, text ?? "");
            }

            read.Add(id);
        }

        return CheckNumber(read.Count, most);
    }

    public static Problem? CheckNumber(int number, int most = DeliveryCommands.AtOnce) =>
        number == 0 ? new(nameof(ProblemTexts.NothingChosen))
        : number > most ? new(nameof(ProblemTexts.TooManyChosen), null, most.ToString(CultureInfo.InvariantCulture))
        : null;

    /// <summary>Does the same to each, so many at a time as one act takes.</summary>
    public static async Task<IReadOnlyList<CommandOutcome>> ExecuteAsync(
        DeliveryCommands commands,
        DeliveryCommand command,
        IEnumerable<DeliveryId> ids,
        Person by,
        CancellationToken cancellationToken)
    {
        List<CommandOutcome> outcomes = [];
        foreach (var act in ids.Chunk(DeliveryCommands.AtOnce))
        {
            outcomes.AddRange(await commands.ExecuteAsync(command, act, by, cancellationToken));
        }

        return outcomes;
    }

    /// <summary>Those that stand as the act wanted it.</summary>
    public static IReadOnlyList<Delivery> DoneOf(IEnumerable<CommandOutcome> outcomes) =>
        [.. outcomes.Where(outcome => outcome.IsDone).Select(outcome => outcome.Row!.Value)];

    /// <summary>
    /// Which of them were not done, and why, each by the name of its place; of very many, how many for each reason. The record is told
    /// each.
    /// </summary>
    public static IReadOnlyList<Problem> ProblemsOf(
        HttpContext context, IReadOnlyCollection<CommandOutcome> outcomes, DirectorySnapshot directory)
    {
        Note(context, outcomes);
        List<(DeliveryId Id, Problem Why)> open =
            [.. from outcome in outcomes where !outcome.IsDone select (outcome.Id, outcome.Problem!)];
        return open.Count == 1 && outcomes.Count == 1 ? [open[0].Why]
            : open.Count <= MostNamed ? [.. open.Select(one => NotDone(NameOf(one.Id, directory), one.Why))]
            :
            [
                .. open.GroupBy(one => one.Why.Text(CultureInfo.CurrentUICulture), StringComparer.Ordinal).Select(alike => NotDone(
                    TextFormat.Fill(Texts.Places, LocalTime.Number(alike.Count())),
                    alike.First().Why)),
            ];
    }

    /// <summary>Why something was not done to one of many.</summary>
    /// <param name="name">What people call the one.</param>
    public static Problem NotDone(string name, Problem why) =>
        new(nameof(ProblemTexts.OneOfManyNotDone), null, name, why.Text(CultureInfo.CurrentUICulture));

    /// <summary>Tells the record which of them were refused.</summary>
    public static void Note(HttpContext context, IEnumerable<CommandOutcome> outcomes) => RefusedOfMany.Note(
        context, outcomes.Where(outcome => !outcome.IsDone).Select(outcome => (outcome.Id.ToString(), outcome.Problem!)));

    /// <summary>The same of several that are known by their items. One transaction for each item; the record is told each.</summary>
    /// <param name="open">Each with its own name in the record.</param>
    public static async Task<IReadOnlyList<Problem>> NotDoneAsync(
        HttpContext context,
        IReadOnlyCollection<(string Id, ItemId Item, Problem Why)> open,
        ItemReader items,
        CancellationToken cancellationToken)
    {
        RefusedOfMany.Note(context, open.Select(one => (one.Id, one.Why)));
        var names = await items.HeadlinesAsync(open.Select(one => one.Item), cancellationToken);
        return [.. open.Select(one => NotDone(names.GetValueOrDefault(one.Item, one.Item.Value), one.Why))];
    }

    private static string NameOf(DeliveryId id, DirectorySnapshot directory) =>
        $"{directory.NameOf(id.Destination)} ({PageLabels.Of(id.Version.Language)})";
}
