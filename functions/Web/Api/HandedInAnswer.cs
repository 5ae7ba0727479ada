namespace Dissemination.Web.Api;

/// <summary>A file was handed in; what becomes of it is told at <paramref name="Url"/>.</summary>
internal sealed record HandedInAnswer(string Id, string File, string Url);
