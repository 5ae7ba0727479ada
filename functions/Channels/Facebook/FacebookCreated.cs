namespace Dissemination.Channels.Facebook;

/// <summary>What a call that made something says: its id.</summary>
internal sealed record FacebookCreated(string? Id);
