using Azure;

namespace Dissemination.Translation.Glossary;

/// <summary>A glossary as it was read, with what names that version.</summary>
internal sealed record GlossaryVersion(StoredGlossary Glossary, ETag ETag)
{
    /// <summary>What names a glossary that nobody has written yet.</summary>
    public static ETag NotThere { get; } = new("\"0\"");
}
