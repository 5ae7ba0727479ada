namespace Dissemination.Web.Pages.Staff;

/// <summary>What was ticked and typed to ask for translations and is not done.</summary>
internal sealed record AssignmentForm(IReadOnlyList<string> Ticked, string? To, string? Due)
{
    public static AssignmentForm Empty { get; } = new([], null, null);

    public static AssignmentForm Of(IFormCollection form) => new([.. form[Selected.Field].OfType<string>()], form["to"], form["due"]);
}
