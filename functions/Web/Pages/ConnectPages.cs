using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Web.Api;
using Dissemination.Web.Pages.Frame;
using Dissemination.Web.Pages.Places;
using Dissemination.Web.SignIn;

namespace Dissemination.Web.Pages;

/// <summary>A guide, step by step, for staff who connect a page, a bot or an account.</summary>
internal static class ConnectPages
{
    public static void MapConnectPages(this IEndpointRouteBuilder pages)
    {
        var guide = pages.MapGroup(ConnectGuide.Address).RequireAuthorization(Policies.Staff);
        guide.MapGet("/", (HttpContext context) =>
            PageAnswers.Page<ConnectListPage, ConnectListModel>(new(PageFrame.Of(context, Texts.ConnectTitle))));
        guide.MapGet(
            "/{channel}",
            (string channel, int? step, ConnectForm form, [AsParameters] ConnectServices page, CancellationToken cancellationToken) =>
                OfChannelAsync(channel, kind => page.ShowAsync(kind, step ?? 1, form, cancellationToken)));
        guide.MapPost(
            "/{channel}/check",
            (string channel, ConnectForm form, [AsParameters] ConnectServices page, CancellationToken cancellationToken) =>
                OfChannelAsync(channel, kind => page.CheckAsync(kind, form, cancellationToken)));
        guide.MapPost(
            "/{channel}/test",
            (string channel, ConnectForm form, [AsParameters] ConnectServices page, CancellationToken cancellationToken) =>
                OfChannelAsync(channel, kind => page.TestAsync(kind, form, cancellationToken)));
        guide.MapPost(
            "/{channel}/add",
            (string channel, ConnectForm form, [AsParameters] ConnectServices page, CancellationToken cancellationToken) =>
                OfChannelAsync(channel, kind => page.AddAsync(kind, form, cancellationToken))).RequireFreshSignIn();
    }

    private static async Task<IResult> OfChannelAsync(string channel, Func<ChannelKind, Task<IResult>> then) =>
        ChannelForm.All.TryGetValue(channel, out var form) && ConnectGuide.Channels.Contains(form.Kind)
            ? await then(form.Kind)
            : ProblemAnswers.Of(new(nameof(ProblemTexts.DestinationNotFound), null, channel));
}
