using System.Globalization;

namespace Dissemination;

/// <summary>States, kinds and words of the record in the reader's words: each is a resource by the key that its name makes.</summary>
internal static class Labels
{
    /// <summary>A value of an enumeration: <c>Type_Value</c>.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Find(typeof(T).Name, value.ToString()) ?? value.ToString();

    /// <summary>A word of a group, for example of the record: <c>Record_translation_approved</c>.</summary>
    /// <returns>Null where the word is not known.</returns>
    public static string? Find(string group, string? word) =>
        Texts.ResourceManager.GetString($"{group}_{word?.Replace('-', '_')}", CultureInfo.CurrentUICulture);
}
