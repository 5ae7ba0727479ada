using System.Security.Cryptography;
using System.Text;
using Dissemination.Content;

namespace Dissemination.Translation;

/// <summary>What a translation starts from, decided from what is there already.</summary>
internal static class TranslationStart
{
    /// <summary>The translation that the current revision should have, or null where the one it has stays as it is.</summary>
    /// <param name="version">The version wanted.</param>
    /// <param name="sourceHash">The hash of its Vietnamese words.</param>
    /// <param name="existing">The translation of this very revision, if there is one.</param>
    /// <param name="previous">The translation of the newest earlier revision, if there is one.</param>
    /// <param name="supplied">The text handed in for this language, if there is one.</param>
    public static TranslatedVersion? Decide(
        VersionId version,
        string sourceHash,
        TranslatedVersion? existing,
        TranslatedVersion? previous,
        SuppliedTranslation? supplied,
        DateTimeOffset now)
    {
        if (existing is not null)
        {
            // What people wrote is never replaced by a file; a corrected file replaces only its own earlier text.
            return supplied is not null && supplied.Hash != existing.SuppliedHash && IsUntouched(existing)
                ? FromSupplied(version, sourceHash, supplied, now)
                : null;
        }

        var suppliedIsNews = supplied is not null && supplied.Hash != previous?.SuppliedHash;
        if (previous is not null && previous.SourceHash == sourceHash && !(suppliedIsNews && IsUntouched(previous)))
        {
            return previous with { Id = version, ChangedAt = now };
        }

        if (supplied is not null && (suppliedIsNews || previous is null))
        {
            return FromSupplied(version, sourceHash, supplied, now);
        }

        return new()
        {
            Id = version,
            State = TranslationState.Wanted,
            Text = previous?.Text ?? VersionText.Empty,
            SourceHash = sourceHash,
            Editors = previous?.Editors ?? [],
            Sample = previous?.Sample ?? false,
            ChangedAt = now,
        };
    }

    /// <summary>The hash of the words that a translator translates.</summary>
    public static string SourceHash(VersionText text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{text.Title}\u001f{text.Summary}\u001f{text.Body}")));

    private static bool IsUntouched(TranslatedVersion translation) =>
        translation is { State: TranslationState.Wanted, Text.IsEmpty: true }
        || (translation.SuppliedHash is not null && translation.State is TranslationState.InReview);

    // A supplied text is finished work: it waits for a reviewer, who is not the one who handed it in.
    private static TranslatedVersion FromSupplied(VersionId version, string sourceHash, SuppliedTranslation supplied, DateTimeOffset now) => new()
    {
        Id = version,
        State = TranslationState.InReview,
        Text = supplied.Text,
        SourceHash = sourceHash,
        Editors = supplied.By is { } by ? [by] : [],
        SuppliedHash = supplied.Hash,
        Sample = supplied.Sample,
        ChangedAt = now,
    };
}
