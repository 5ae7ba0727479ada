namespace Dissemination.Channels.Zalo;

/// <param name="PhotoUrl">Zalo fetches it from there.</param>
internal sealed record ZaloCover(string PhotoUrl, string CoverType = "photo", string Status = "show");
