using Dissemination.Channels;
using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Web.SignIn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Dissemination.Web.Pages.Frame;

/// <summary>
/// What stands around every page. Public because the classes made from templates are; what it holds stays the program's own.
/// </summary>
public sealed record PageFrame
{
    private static readonly HtmlString NoToken = new("");

    private PageFrame()
    {
    }

    internal string Title { get; init; } = "";

    /// <summary>The language of the title where it is not the page's own.</summary>
    internal LanguageTag? TitleLanguage { get; init; }

    /// <summary>The address of the page without the language, ready for a parameter.</summary>
    internal string Address { get; init; } = "/";

    /// <summary>Who reads; null on pages that are open to all and do not ask.</summary>
    internal Person? Person { get; init; }

    /// <summary>Whether the reader signed in with an account that has sessions.</summary>
    internal bool HasAccount { get; init; }

    internal bool CanSignIn { get; init; }

    /// <summary>What waits behind a link of the menu; null where nothing is counted.</summary>
    internal MenuCounts? Counts { get; init; }

    /// <summary>Whether the page belongs to what a communicator keeps on a phone.</summary>
    internal bool IsApp { get; init; }

    internal CancellationToken Aborted { get; init; }

    internal bool HasPreview { get; init; }

    /// <summary>The hidden field that every form carries, so that no other site can send it.</summary>
    internal IHtmlContent Token { get; init; } = NoToken;

    internal bool HasToken => !ReferenceEquals(Token, NoToken);

    /// <summary>What a form that led here has done.</summary>
    internal string? Done { get; init; }

    /// <summary>The word for that, as the redirect carries it; null where no form led here.</summary>
    internal string? DoneWord { get; init; }

    /// <summary>Whether that finished a thing of a communicator's day, so that the next one follows.</summary>
    internal bool LeadsOn { get; init; }

    /// <summary>A form that undoes it, where it can be undone.</summary>
    internal IHtmlContent Undo { get; init; } = NoToken;

    /// <summary>Why a form was not done.</summary>
    internal IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <param name="address">The address that shows this page by itself, where the request's own does not.</param>
    internal static PageFrame Of(HttpContext context, string title, string? address = null)
    {
        var services = context.RequestServices;
        var current = CurrentPerson.Find(context);
        var canSignIn = services.GetRequiredService<IPersonOfRequest>().CanSignIn;
        if (current is not null)
        {
            PageAnswers.AllowAppScript(context);
        }

        var done = context.Request.Query["done"].ToString();
        return new()
        {
            Title = title,
            Address = address ?? OwnAddress(context.Request),
            Person = current?.Person,
            HasAccount = current?.Session is not null,
            CanSignIn = canSignIn,
            Counts = services.GetRequiredService<MenuCounts>(),
            IsApp = current?.Person.Is(Role.Communicator) == true,
            Aborted = context.RequestAborted,
            HasPreview = services.GetRequiredService<IOptions<ChannelOptions>>().Value.Preview,
            Token = canSignIn && NeedsToken(context) ? TokenOf(context, services.GetRequiredService<IAntiforgery>()) : NoToken,
            Done = DoneLabels.Of(done, context.Request.Query["count"]),
            DoneWord = done.Length > 0 ? done : null,
            LeadsOn = current?.Person is { Commune: not null } person && person.Is(Role.Communicator) && DoneLabels.Finishes(done),
        };
    }

    private static bool NeedsToken(HttpContext context) =>
        context.GetEndpoint() is { } endpoint && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null;

    private static HtmlString TokenOf(HttpContext context, IAntiforgery antiforgery)
    {
        var tokens = antiforgery.GetAndStoreTokens(context);
        return Markup.Hidden(tokens.FormFieldName, tokens.RequestToken ?? "");
    }

    private static string OwnAddress(HttpRequest request) =>
        QueryHelpers.AddQueryString(
            request.Path.HasValue ? request.Path.Value : "/",
            request.Query.Where(pair => pair.Key is not ("lang" or "done" or "count" or "undo"))
                .Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value.ToString())));
}
