using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Dissemination.Channels.Zalo;

/// <summary>A message to a group, or the broadcast of articles: one address takes both.</summary>
internal sealed record ZaloMessage(ZaloRecipient Recipient, ZaloContent Message);

/// <param name="Target">Who gets a broadcast.</param>
internal sealed record ZaloRecipient(string? GroupId = null, ZaloAudience? Target = null);

/// <summary>Zalo could choose by age, sex and place. This program never does: every follower is addressed.</summary>
/// <param name="Gender"><c>0</c> for everybody; an empty choice is not documented.</param>
internal sealed record ZaloAudience(string Gender = "0");

internal sealed record ZaloContent(string? Text = null, ZaloAttachment? Attachment = null);

internal sealed record ZaloAttachment(ZaloMedia Payload, string Type = "template");

internal sealed record ZaloMedia(ImmutableArray<ZaloMediaElement> Elements, string TemplateType = "media");

/// <param name="MediaType"><c>image</c> or <c>article</c>.</param>
internal sealed record ZaloMediaElement(string MediaType, string AttachmentId);

/// <summary>An article as it is created or, with its id, replaced.</summary>
internal sealed record ZaloArticleBody(
    string? Id,
    string Title,
    string Author,
    ZaloCover Cover,
    string Description,
    ImmutableArray<ZaloBlock> Body,
    string Type = "normal",
    string Status = "show",
    string Comment = "hide");

/// <param name="PhotoUrl">Zalo fetches it from there.</param>
internal sealed record ZaloCover(string PhotoUrl, string CoverType = "photo", string Status = "show");

/// <param name="Type"><c>text</c>, or <c>image</c> with an address that Zalo fetches and a caption.</param>
internal sealed record ZaloBlock(string? Content = null, string Type = "text", string? Url = null, string? Caption = null);

internal sealed record ZaloArticleToken(string Token);

internal sealed record ZaloArticleId(string Id);

/// <summary>What the token server answers.</summary>
/// <param name="ExpiresIn">Seconds; Zalo writes them as text.</param>
internal sealed record ZaloTokenAnswer(int Error, string? ErrorName, string? ErrorDescription, string? Message, string? AccessToken, string? RefreshToken, long ExpiresIn);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(ZaloMessage))]
[JsonSerializable(typeof(ZaloArticleBody))]
[JsonSerializable(typeof(ZaloArticleToken))]
[JsonSerializable(typeof(ZaloArticleId))]
[JsonSerializable(typeof(ZaloTokenAnswer))]
internal sealed partial class ZaloJson : JsonSerializerContext;
