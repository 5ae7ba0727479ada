namespace Dissemination.Content;

/// <summary>One target, task or breakthrough of a resolution.</summary>
/// <param name="Figure">The figure of a target, as people write it.</param>
internal sealed record Topic(string Code, TopicKind Kind, string Text, string? Figure);
