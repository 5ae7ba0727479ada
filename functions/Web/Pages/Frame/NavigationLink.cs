namespace Dissemination.Web.Pages.Frame;

/// <summary>A link of the navigation.</summary>
internal sealed record NavigationLink(string Address, string Text)
{
    public bool IsAt(string address) =>
        address == Address || address.StartsWith(Address + "/", StringComparison.Ordinal)
            || address.StartsWith(Address + "?", StringComparison.Ordinal);
}
