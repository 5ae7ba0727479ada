using System.Globalization;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Web.Pages.Frame;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.WebUtilities;

namespace Dissemination.Web.Pages.Communes;

/// <summary>Takes back what was confirmed a moment ago: one hand task, or all that were confirmed with one act.</summary>
internal static class UndoForm
{
    /// <summary>What the redirect carries: a delivery, or the moment of an act.</summary>
    public const string Parameter = "undo";

    public static string After(string address, DeliveryId confirmed) =>
        QueryHelpers.AddQueryString(address, Parameter, confirmed.ToString());

    private static string After(string address, DateTimeOffset at, int count) => QueryHelpers.AddQueryString(
        address,
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [Parameter] = at.UtcTicks.ToString(CultureInfo.InvariantCulture),
            ["count"] = count.ToString(CultureInfo.InvariantCulture),
        });

    /// <summary>Those that somebody had confirmed before keep their own moment, and are not undone with these.</summary>
    public static string After(string address, IReadOnlyList<CommandOutcome> done) => done switch
    {
        [] => address,
        [var one] => After(address, one.Id),
        _ => After(address, done.Max(outcome => outcome.Row!.Value.EndedAt!.Value), done.Count),
    };

    public static IHtmlContent Of(PageFrame frame, HandTaskQuery query, string? undo)
    {
        var action = DeliveryId.TryParse(undo, null, out var id) ? query.Address($"{HandTaskQuery.Path}/{id}/take-back")
            : MomentOf(undo) is not null ? query.Address($"{HandTaskQuery.Path}/undo")
            : null;
        return action is null || frame.Done is null
            ? HtmlString.Empty
            : new HtmlContentBuilder()
                .AppendHtml($"<form method=\"post\" action=\"{ReadableHtml.Encoder.Encode(action)}\">")
                .AppendHtml(frame.Token)
                .AppendHtml(Markup.Hidden("at", undo!))
                .AppendHtml($"<button class=\"quiet\" type=\"submit\">{ReadableHtml.Encoder.Encode(Texts.Undo)}</button></form>");
    }

    public static DateTimeOffset? MomentOf(string? ticks) =>
        long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= DateTimeOffset.MaxValue.UtcTicks
            ? new DateTimeOffset(number, TimeSpan.Zero)
            : null;
}
