using System.Collections.Immutable;

namespace Dissemination.Translation.Glossary;

/// <summary>One concept of a TBX file: what it is called in each language.</summary>
/// <param name="Note">What is said of the concept as a whole.</param>
internal sealed record TbxEntry(ImmutableArray<(string Language, TbxTerm Term)> Terms, string? Note)
{
    /// <summary>Tags are the same in capital and small letters.</summary>
    public IEnumerable<TbxTerm> In(string language) =>
        Terms.Where(term => string.Equals(term.Language, language, StringComparison.OrdinalIgnoreCase)).Select(term => term.Term);
}
