using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Translation;

namespace Dissemination.Web.Api;

/// <summary>A commune's own variant of a translation, as a list names it.</summary>
/// <param name="Text">What names it where a translation is asked for.</param>
internal sealed record VariantAnswer(TextId Text, CommuneId Commune, TranslationState State, DateTimeOffset ChangedAt)
{
    public static VariantAnswer Of(TranslatedVersion variant) =>
        new(variant.TextId, variant.Commune!.Value, variant.State, variant.ChangedAt);
}
