namespace Dissemination.Channels.Facebook;

/// <summary>What a call that made something says: its id.</summary>
internal sealed record FacebookCreated(string? Id);

/// <summary>What a call that changed something says.</summary>
internal sealed record FacebookDone(bool? Success);
