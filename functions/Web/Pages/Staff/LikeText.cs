using System.Globalization;

namespace Dissemination.Web.Pages.Staff;

/// <summary>A text of the last weeks that says nearly the same as a draft, or as a row of one.</summary>
/// <param name="Address">Where it is read.</param>
/// <param name="Share">Of all runs of words, those that both have; from 0 to 1.</param>
internal sealed record LikeText(string Title, string Address, double Share)
{
    /// <summary>For example <c>giống 92%</c>.</summary>
    public string ShareText => TextFormat.Fill(Texts.LikesShare, LocalTime.Number((long)Math.Round(Share * 100)));

    /// <summary>Another row of the same sheet.</summary>
    /// <param name="row">Counted from 0.</param>
    public static LikeText OfRow(int row, double share) => new(
        TextFormat.Fill(Texts.SheetRow, row + 1), $"#{AnchorOf(row)}", share);

    /// <summary>By which an address leads to a row.</summary>
    public static string AnchorOf(int row) => string.Create(CultureInfo.InvariantCulture, $"row-{row + 1}");
}
