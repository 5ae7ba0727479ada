using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dissemination.Content;

namespace Dissemination.Translation;

/// <summary>Short names for what a button is about: a translation, and the very state of it that the button was made for.</summary>
internal static class ReviewStamp
{
    /// <summary>Stands for the translation, whatever becomes of it.</summary>
    public static string CodeOf(TextId text) => Hash(text.ToString());

    /// <summary>Another as soon as the words or the state are others.</summary>
    public static string Of(TranslatedVersion translation) =>
        Hash(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{translation.TextId} {translation.State} {translation.ChangedAt.UtcTicks} {TranslationStart.SourceHash(translation.Text)}"));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
}
