namespace Dissemination.Web.Api;

/// <param name="Alt">Its words for those who cannot see it.</param>
internal sealed record PictureAnswer(string Url, string Alt);
