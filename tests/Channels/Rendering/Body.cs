namespace Dissemination.Tests.Channels.Rendering;

/// <summary>
/// A body of an item as it might come: Vietnamese, Tai Viet, Markdown marks, emoji, combining marks, control characters, broken surrogates.
/// </summary>
public sealed record Body(string Text);
