namespace Dissemination.Tests.Content;

/// <summary>A delivery's id as any directory and item may make it; as text, because the program's own types are not public.</summary>
public sealed record IdText(string Text);
