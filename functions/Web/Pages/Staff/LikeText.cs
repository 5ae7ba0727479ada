namespace Dissemination.Web.Pages.Staff;

/// <summary>A text of the last weeks that says nearly the same as a draft.</summary>
/// <param name="Address">Where it is read.</param>
/// <param name="Share">Of all runs of words, those that both have; from 0 to 1.</param>
internal sealed record LikeText(string Title, string Address, double Share);
