namespace Dissemination.Channels.Facebook;

/// <summary>What a call that changed something says.</summary>
internal sealed record FacebookDone(bool? Success);
