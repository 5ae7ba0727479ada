namespace Dissemination.Web.Pages.Communes;

/// <summary>Which translations of the inbox are looked at.</summary>
/// <param name="Language">The only language; null for all that the reader speaks.</param>
/// <param name="Next">The token of the page of that language.</param>
internal sealed record InboxQuery(string? Language, string? Next)
{
    public static InboxQuery All { get; } = new(null, null);

    public static ValueTask<InboxQuery> BindAsync(HttpContext context) =>
        new(new InboxQuery(context.Request.Query["language"], context.Request.Query["next"]));
}
