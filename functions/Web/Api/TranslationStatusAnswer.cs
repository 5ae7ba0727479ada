using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Translation;

namespace Dissemination.Web.Api;

internal sealed record TranslationStatusAnswer(VersionId Version, LanguageTag Language, TranslationState State, bool Sample)
{
    public static TranslationStatusAnswer Of(TranslatedVersion translation) =>
        new(translation.Id, translation.Id.Language, translation.State, translation.Sample);
}
