namespace Dissemination.Translation.Recordings;

/// <summary>One sentence of a text as it is read aloud.</summary>
/// <param name="Id">Stands for its very words: other words have another.</param>
/// <param name="Text">Without marks, and of a link its words alone.</param>
internal sealed record SpokenSentence(string Id, string Text);
