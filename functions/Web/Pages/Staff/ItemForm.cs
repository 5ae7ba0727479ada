using Dissemination.Web.Pages.Frame;

namespace Dissemination.Web.Pages.Staff;

/// <summary>What is typed into the forms that decide on an item: its approval, or why it is taken back.</summary>
internal sealed record ItemForm(string? Document, string? Date, string? Reason)
{
    public static ItemForm Empty { get; } = new(null, null, null);

    public static async ValueTask<ItemForm> BindAsync(HttpContext context)
    {
        var form = await OwnForm.ReadAsync(context);
        return new(form["document"], form["date"], form["reason"]);
    }
}
