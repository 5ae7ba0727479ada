namespace Dissemination.Web.Api;

/// <summary>What somebody says about a translation.</summary>
/// <param name="Segment">About which segment, counted from 1; null for all of it.</param>
internal sealed record CommentRequest(string? Text, int? Segment);
