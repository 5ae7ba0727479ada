using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Web.Pages.Communes;

/// <summary>The words of a version, as they will be read. Public because the classes made from templates are.</summary>
public sealed class TextModel
{
    internal TextModel(LanguageTag language, VersionText text, string? speaker = null) =>
        (Language, Text, Speaker) = (language, text, speaker);

    internal LanguageTag Language { get; }

    internal VersionText Text { get; }

    internal string? Speaker { get; }
}
