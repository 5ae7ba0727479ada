using Dissemination.Problems;
using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Staff;

/// <summary>What is typed into the forms that decide on items: their approval, why one is taken or given back.</summary>
internal sealed record ItemForm(string? Document, string? Date, string? Reason)
{
    /// <summary>Why one is given back.</summary>
    public string? ReturnReason { get; init; }

    public string? Note { get; init; }

    /// <summary>What places get that carry no Vietnamese.</summary>
    public string? Untranslated { get; init; }

    /// <summary>Which of a list are ticked.</summary>
    public IReadOnlyList<string> Ticked { get; init; } = [];

    public static ItemForm Empty { get; } = new(null, null, null);

    public static async ValueTask<ItemForm> BindAsync(HttpContext context)
    {
        var form = await OwnForm.ReadAsync(context);
        return new(form["document"], form["date"], form["reason"])
        {
            ReturnReason = form["returnReason"],
            Note = form["note"],
            Untranslated = form["untranslated"],
            Ticked = [.. form[Selected.Field].OfType<string>()],
        };
    }

    /// <summary>A problem with what was typed, by what the fields are called on the page.</summary>
    public static Problem InWords(Problem problem) =>
        problem.Code is nameof(ProblemTexts.RequiredKeyMissing)
            ? problem with { Arguments = [.. problem.Arguments.Select(LabelOf)] }
            : problem;

    private static string LabelOf(string field) => field switch
    {
        "document" => Texts.ApproveDocument,
        "reason" => Texts.Reason,
        _ => field,
    };

    /// <param name="day">The date that was typed; null where none was.</param>
    /// <returns>What is wrong with it.</returns>
    public Problem? DayOf(out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrWhiteSpace(Date))
        {
            return null;
        }

        day = LocalTime.TryParseDate(Date, out var typed) ? typed : null;
        return day is null ? new(nameof(ProblemTexts.NotADate), null, Date) : null;
    }
}
