using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Translation.Glossary;

namespace Dissemination.Translation.Exchange;

/// <summary>Reads the file of a glossary.</summary>
internal static class GlossaryReader
{
    /// <summary>By its name: <c>.tbx</c>, else CSV.</summary>
    public static Parsed<IReadOnlyList<GlossaryTerm>> Read(string file, ReadOnlySpan<byte> content, LanguageTag language) =>
        Path.GetExtension(file).Equals(".tbx", StringComparison.OrdinalIgnoreCase)
            ? GlossaryTbx.Read(file, content, language)
            : GlossaryCsv.Read(file, content, language);
}
