using System.Security.Cryptography;
using System.Text;
using Dissemination.Content;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation;

/// <summary>What a translation starts from, decided from what is there already.</summary>
internal static class TranslationStart
{
    /// <summary>The translation that the current revision should have, or null where the one it has stays as it is.</summary>
    /// <param name="version">The version wanted.</param>
    /// <param name="source">Its Vietnamese words.</param>
    /// <param name="known">What there is of it already.</param>
    public static TranslatedVersion? Decide(VersionId version, VersionText source, KnownTexts known, DateTimeOffset now)
    {
        var (existing, previous, supplied) = known;
        if (existing is not null)
        {
            // What people wrote is never replaced by a file; a corrected file replaces only its own earlier text.
            return supplied is not null && supplied.Hash != existing.SuppliedHash && IsUntouched(existing)
                ? FromSupplied(version, source, supplied, now) with
                {
                    ApprovedBefore = existing.ApprovedBefore,
                    IsTakenBack = existing.IsTakenBack,
                    Edition = existing.Edition,
                    SpokenSince = existing.SpokenSince,
                }
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

        return Wanted(version, source, previous, now);
    }

    /// <summary>One that people have to write; what still translates the same words of an earlier revision is in it already.</summary>
    private static TranslatedVersion Wanted(
        VersionId version, VersionText source, EarlierTranslation? previous, DateTimeOffset now)
    {
        var cut = SegmentedText.Of(source);
        var earlier = previous?.Translation;
        var segments = previous is null
            ? Alignment.Empty(cut)
            : SourceChange.CarryOver(SegmentedText.Of(previous.Source), cut, previous.Translation.Segments);
        var wanted = new TranslatedVersion
        {
            Id = version,
            State = TranslationState.Wanted,
            Text = VersionText.Empty,
            SourceHash = SourceHash(source),
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
    private static TranslatedVersion FromSupplied(
        VersionId version, VersionText source, SuppliedTranslation supplied, DateTimeOffset now) =>
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
