using System.Collections.Immutable;
using Dissemination.Directory;

namespace Dissemination.Translation.Exchange;

/// <summary>One concept of a TBX file: what it is called in each language.</summary>
/// <param name="Note">What is said of the concept as a whole.</param>
internal sealed record TbxEntry(ImmutableArray<(string Language, TbxTerm Term)> Terms, string? Note)
{
    /// <summary>The terms of a language, however a tool writes its tag.</summary>
    public IEnumerable<TbxTerm> In(LanguageTag language) =>
        Terms.Where(term => ExchangeLanguages.Find(term.Language) == language).Select(term => term.Term);
}
