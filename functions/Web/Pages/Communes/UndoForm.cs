using System.Globalization;
using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Directory;
using Dissemination.Web.Pages.Frame;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.WebUtilities;

namespace Dissemination.Web.Pages.Communes;

/// <summary>
/// Undoes what was done a moment ago: it stands beside what says that it was done, and needs no script. Of hand tasks it takes back one,
/// or all that were confirmed with one act.
/// </summary>
internal static class UndoForm
{
    /// <summary>What the redirect carries: what was done, or the moment of an act.</summary>
    public const string Parameter = "undo";

    /// <summary>A form whose one button undoes something.</summary>
    public static IHtmlContent Of(PageFrame frame, string action, params IEnumerable<(string Name, string Value)> fields)
    {
        var form = new HtmlContentBuilder()
            .AppendHtml($"<form method=\"post\" action=\"{ReadableHtml.Encoder.Encode(action)}\">")
            .AppendHtml(frame.Token);
        foreach (var (name, value) in fields)
        {
            form.AppendHtml(Markup.Hidden(name, value));
        }

        return form.AppendHtml($"<button class=\"quiet\" type=\"submit\">{ReadableHtml.Encoder.Encode(Texts.Undo)}</button></form>");
    }

    /// <summary>The address behind something that was done, from where it can be undone.</summary>
    /// <param name="undo">What was done.</param>
    public static string After(string address, string undo) => QueryHelpers.AddQueryString(address, Parameter, undo);

    /// <summary>
    /// The address behind a confirmation. What somebody else had confirmed before is not undone with it, nor what has a moment of its own.
    /// </summary>
    public static string After(string address, IReadOnlyList<Delivery> done, PersonId by) =>
        done.Where(delivery => IsOwn(delivery, by)).ToList() switch
        {
            [] => address,
            [var one] => After(address, one.Id.ToString()),
            var own => After(
                address, own.Max(delivery => delivery.EndedAt!.Value).UtcTicks.ToString(CultureInfo.InvariantCulture)),
        };

    /// <param name="list">The list that was looked at, to which undoing leads back.</param>
    public static IHtmlContent Of(PageFrame frame, HandTaskQuery query, string? undo, string list)
    {
        var action = DeliveryId.TryParse(undo, null, out var id) ? query.Address($"{HandTaskQuery.Path}/{id}/take-back")
            : MomentOf(undo) is not null ? query.Address($"{HandTaskQuery.Path}/undo")
            : null;
        return action is null || frame.Done is null ? HtmlString.Empty : Of(frame, action, ("at", undo!), ("list", list));
    }

    public static DateTimeOffset? MomentOf(string? ticks) =>
        long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= DateTimeOffset.MaxValue.UtcTicks
            ? new DateTimeOffset(number, TimeSpan.Zero)
            : null;

    private static bool IsOwn(Delivery delivery, PersonId by) =>
        delivery is { State: DeliveryState.Delivered, IsByHand: true } && delivery.ConfirmedBy == by;
}
