namespace Dissemination.Translation.Glossary;

/// <summary>A glossary in memory, and the matcher of it where it was asked for.</summary>
internal sealed record ReadGlossary(StoredGlossary Stored)
{
    /// <summary>Built once for each version of the glossary.</summary>
    public Lazy<TermMatcher> Matcher { get; } = new(() => new(Stored.Terms));
}
