using System.Collections.Immutable;

namespace Dissemination.Channels.Zalo;

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
