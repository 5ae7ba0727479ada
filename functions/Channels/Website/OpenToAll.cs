namespace Dissemination.Channels.Website;

/// <summary>Marks an endpoint that anybody may ask, and that is told who asks: it answers the province's people more.</summary>
internal sealed record OpenToAll;
