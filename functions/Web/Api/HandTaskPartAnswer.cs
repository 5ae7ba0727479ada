namespace Dissemination.Web.Api;

internal sealed record HandTaskPartAnswer(string Text, IReadOnlyList<PictureAnswer> Pictures);
