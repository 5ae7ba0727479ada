using System.Collections.Immutable;

namespace Dissemination.Translation.Glossary;

/// <summary>A stretch of a text that is a term of the glossary.</summary>
/// <param name="Terms">What the glossary says of it; several where the term has several translations.</param>
internal sealed record TermMatch(int Start, int Length, ImmutableArray<GlossaryTerm> Terms);
