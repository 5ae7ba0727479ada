namespace Dissemination.Translation.Glossary;

/// <summary>A term of a TBX file as it is written there.</summary>
/// <param name="Status">Its <c>administrativeStatus</c>.</param>
internal sealed record TbxTerm(string Text, string? Status, string? Note, int Line);
