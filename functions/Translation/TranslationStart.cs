using System.Security.Cryptography;
using System.Text;
using Dissemination.Content;
using Dissemination.Translation.Checks;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation;

/// <summary>What a translation starts from, decided from what is there already.</summary>
internal static class TranslationStart
{
    /// <summary>The translation that the current revision should have, or null where the one it has stays as it is.</summary>
    /// <param name="version">The version wanted.</param>
    /// <param name="source">Its Vietnamese words.</param>
    /// <param name="existing">The translation of this very revision, if there is one.</param>
    /// <param name="previous">The translation of the newest earlier revision with the words that it translates, if there is one.</param>
    /// <param name="supplied">The text handed in for this language, if there is one.</param>
    public static TranslatedVersion? Decide(
        VersionId version,
        VersionText source,
        TranslatedVersion? existing,
        EarlierTranslation? previous,
        SuppliedTranslation? supplied,
        DateTimeOffset now)
    {
        if (existing is not null)
        {
            // What people wrote is never replaced by a file; a corrected file replaces only its own earlier text.
            return supplied is not null && supplied.Hash != existing.SuppliedHash && IsUntouched(existing)
                ? FromSupplied(version, source, supplied, now)
                : null;
        }

        var (earlier, sourceHash) = (previous?.Translation, SourceHash(source));
        var suppliedIsNews = supplied is not null && supplied.Hash != earlier?.SuppliedHash;
        if (earlier is not null && earlier.SourceHash == sourceHash && !(suppliedIsNews && IsUntouched(earlier)))
        {
            return earlier with { Id = version, ChangedAt = now, IsClosed = false };
        }

        if (supplied is not null && (suppliedIsNews || earlier is null))
        {
            return FromSupplied(version, source, supplied, now);
        }

        var cut = SegmentedText.Of(source);
        var segments = previous is null ? Alignment.Empty(cut) : SourceChange.CarryOver(SegmentedText.Of(previous.Source), cut, previous.Translation.Segments);
        var wanted = new TranslatedVersion
        {
            Id = version,
            State = TranslationState.Wanted,
            Text = VersionText.Empty,
            SourceHash = sourceHash,
            Editors = earlier?.Editors ?? [],
            Sample = earlier?.Sample ?? false,
            Assignment = earlier?.Assignment,
            Dismissals = earlier?.Dismissals ?? [],
            ChangedAt = now,
        };
        return wanted.With(segments, cut);
    }

    /// <summary>The hash of the words that a translator translates; where their tone marks are placed says nothing new.</summary>
    public static string SourceHash(VersionText text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(TonePlacement.Unified(
            $"{text.Title}\u001f{text.Summary}\u001f{text.Body}{(text.Pictures is { } pictures ? $"\u001f{pictures}" : "")}"))));

    private static bool IsUntouched(TranslatedVersion translation) =>
        translation is { State: TranslationState.Wanted, Editors: [], Text.IsEmpty: true }
        || (translation.SuppliedHash is not null && translation.State is TranslationState.InReview);

    // A supplied text is finished work: it waits for a reviewer, who is not the one who handed it in.
    private static TranslatedVersion FromSupplied(VersionId version, VersionText source, SuppliedTranslation supplied, DateTimeOffset now) =>
        new TranslatedVersion
        {
            Id = version,
            State = TranslationState.InReview,
            Text = supplied.Text,
            SourceHash = SourceHash(source),
            Editors = supplied.By is { } by ? [by] : [],
            SuppliedHash = supplied.Hash,
            Sample = supplied.Sample,
            ChangedAt = now,
        }.With(supplied.Text, SegmentedText.Of(source));
}

/// <summary>The translation of an earlier revision and the words that it translates.</summary>
internal sealed record EarlierTranslation(TranslatedVersion Translation, VersionText Source);
