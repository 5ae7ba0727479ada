namespace Dissemination.Web.Pages.Places;

/// <summary>A row of a list of the directory, in words.</summary>
/// <param name="Line">What it says besides its name.</param>
/// <param name="State">How it stands; null where there is nothing to say.</param>
internal sealed record DirectoryListRow(string Address, string Name, string Line, string? State, bool IsBad);
