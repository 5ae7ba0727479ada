namespace Dissemination.Web.Pages.Campaign;

/// <summary>A row of a chart.</summary>
/// <param name="Whole">All that there is to do.</param>
/// <param name="Part">What of it is done.</param>
/// <param name="Mark">What of that was done in time; null where that is not told.</param>
/// <param name="Text">The figures in words.</param>
internal sealed record BarRow(string Name, int Whole, int Part, int? Mark, string Text);
