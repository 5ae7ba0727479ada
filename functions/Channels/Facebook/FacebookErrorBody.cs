namespace Dissemination.Channels.Facebook;

/// <summary>The body around it.</summary>
internal sealed record FacebookErrorBody(FacebookError? Error);
