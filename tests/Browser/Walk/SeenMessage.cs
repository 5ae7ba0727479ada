namespace Dissemination.Tests.Browser.Walk;

/// <summary>A message, or a piece of an article, letter by letter.</summary>
/// <param name="Styles">A line for each letter that is not plain; empty on channels without styles.</param>
internal sealed record SeenMessage(string Text, string Styles, int Pictures);
