using System.Collections.Immutable;
using System.Net;
using Dissemination.Channels;
using Dissemination.Channels.Rendering;
using Dissemination.Deliveries.Foresight;
using Dissemination.Directory;
using Dissemination.Web.Pages.Frame;
using Microsoft.AspNetCore.Html;

namespace Dissemination.Web.Pages.Seen;

/// <summary>What goes out of an item in one language, as readers will see it. Public because the classes made from templates are.</summary>
public sealed class SeenModel
{
    private readonly SeenPlaces _places;

    internal SeenModel(
        LanguageTag shown, ImmutableArray<SeenLanguage> languages, ImmutableArray<ForeseenPost> posts, SeenPlaces places) =>
        (Shown, Languages, Posts, _places) = (shown, languages, posts, places);

    internal LanguageTag Shown { get; }

    /// <summary>All that its places read, Vietnamese first.</summary>
    internal ImmutableArray<SeenLanguage> Languages { get; }

    internal ImmutableArray<ForeseenPost> Posts { get; }

    /// <summary>Whether another language can be chosen.</summary>
    internal bool CanChoose => _places.Address is not null && Languages.Length > 1;

    /// <summary>Whether the text cannot be read as it stands, so that nothing can be shown.</summary>
    internal bool IsUnreadable { get; init; }

    /// <summary>Whether all posts stand folded: their words are long, and the page shows them above already.</summary>
    internal bool IsFolded { get; init; }

    /// <summary>How many of its places carry no Vietnamese.</summary>
    internal int WithoutVietnamese { get; init; }

    internal SeenLanguage? ShownLanguage => Languages.FirstOrDefault(language => language.Language == Shown);

    internal IEnumerable<SeenLanguage> Missing => Languages.Where(language => !language.IsReady);

    internal string AddressOf(LanguageTag language) => _places.Address!.Replace("{0}", language.Value, StringComparison.Ordinal);

    internal string PictureAt(ForeseenPost post, PostPicture picture) => _places.PictureAt(post, picture);

    /// <summary>The channel and, where it has several, the form; and whose own words they are.</summary>
    internal string NameOf(ForeseenPost post)
    {
        var channel = PageLabels.Of(post.Channel);
        var name = post.View.Form is PostForm.Article ? $"{channel} ({Texts.SeenArticle})" : channel;
        return post.Own is { } own && _places.Directory.Find(own) is { } commune ? $"{name} — {PageLabels.OfVariant(commune)}" : name;
    }

    /// <summary>For example <c>45 nơi · 412 / 2.000 ký tự</c>.</summary>
    internal static string CountsOf(ForeseenPost post)
    {
        var places = TextFormat.Fill(Texts.Places, LocalTime.Number(post.Places.Length));
        return post.View switch
        {
            { Refusal: not null } => $"{places} · {Texts.SeenRefused}",
            { Parts: [var only], Form: PostForm.Messages or PostForm.ByHand } => $"{places} · {LengthOf(only)}",
            { Parts: [_, _, ..] parts, Form: PostForm.Messages or PostForm.ByHand } =>
                $"{places} · {TextFormat.Fill(Texts.SeenMessages, LocalTime.Number(parts.Length))}",
            _ => places,
        };
    }

    /// <summary>For example <c>412 / 2.000 ký tự</c>, counted as the channel counts.</summary>
    internal static string LengthOf(PostViewPart part) => part.Limit is { } limit
        ? TextFormat.Fill(Texts.SeenLength, LocalTime.Number(part.Length), LocalTime.Number(limit))
        : TextFormat.Fill(Texts.SeenCharacters, LocalTime.Number(part.Length));

    /// <summary>The entry of a feed, its pictures at an address where they are seen before they are out.</summary>
    internal HtmlString EntryOf(ForeseenPost post, PostViewPart part) => new(post.Post.Pictures.Aggregate(
        part.Text,
        (html, picture) => html.Replace(
            $"src=\"{WebUtility.HtmlEncode(PostHtml.PictureAddress(_places.Site, picture))}\"",
            $"src=\"{ReadableHtml.Encoder.Encode(PictureAt(post, picture))}\" loading=\"lazy\"",
            StringComparison.Ordinal)));
}
