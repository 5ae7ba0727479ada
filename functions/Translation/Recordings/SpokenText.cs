using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Dissemination.Channels.Rendering;
using Dissemination.Content;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Recordings;

/// <summary>What is read aloud of a language version, in its order: headline, summary and body. The words of pictures are not.</summary>
/// <param name="Words">Stands for all of them: <see cref="ContentHash.OfSpoken"/>.</param>
internal sealed record SpokenText(string Words, ImmutableArray<SpokenSentence> Sentences)
{
    public static SpokenText Of(VersionText text) => new(
        ContentHash.OfSpoken(text),
        [
            .. from sentence in SegmentedText.Of(text with { Pictures = null }).Segments
               let shown = MarkdownText.Read(sentence.Text, writeAddresses: false).Text
               where shown.Any(char.IsLetterOrDigit)
               select new SpokenSentence(IdOf(sentence.Text), shown),
        ]);

    /// <summary>Short enough for the name of a field of a form.</summary>
    private static string IdOf(string sentence) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sentence)).AsSpan(0, 12));
}
