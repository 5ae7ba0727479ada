namespace Dissemination.Web.Pages.Frame;

/// <summary>A link of the navigation.</summary>
internal sealed record NavigationLink(string Address, string Text)
{
    public bool IsAt(string address) =>
        address == Address || address.StartsWith(Address + "/", StringComparison.Ordinal)
            || address.StartsWith(Address + "?", StringComparison.Ordinal);

    /// <summary>Whether it leads to the very page, not only to one above it.</summary>
    public bool IsThe(string address) => address.Split('?')[0] == Address;
}
