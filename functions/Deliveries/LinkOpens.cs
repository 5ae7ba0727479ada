namespace Dissemination.Deliveries;

/// <summary>How often a link was opened, as far as one shard counted it: a number, without address, cookie or identifier.</summary>
/// <param name="Link">The link's row.</param>
/// <param name="Flush">The flush that wrote it last, by which a write is known again whose answer was lost.</param>
internal sealed record LinkOpens(string Link, long Opens, string Flush);
