using System.Text.Json;

namespace Dissemination.Translation;

/// <summary>States by the names that storage, the API and the record use.</summary>
internal static class TranslationNames
{
    public static string Of(TranslationState state) => JsonNamingPolicy.KebabCaseLower.ConvertName(state.ToString());
}
