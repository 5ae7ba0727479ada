namespace Dissemination.Storage;

/// <summary>A page was asked for by a token that is not one of its list.</summary>
internal sealed class BadPageTokenException() : Exception("The token of a page is not one of its list.");
