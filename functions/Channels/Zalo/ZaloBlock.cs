namespace Dissemination.Channels.Zalo;

/// <param name="Type"><c>text</c>, or <c>image</c> with an address that Zalo fetches and a caption.</param>
internal sealed record ZaloBlock(string? Content = null, string Type = "text", string? Url = null, string? Caption = null);
