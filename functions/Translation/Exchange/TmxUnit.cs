using Dissemination.Directory;

namespace Dissemination.Translation.Exchange;

/// <summary>One pair of a translation memory.</summary>
/// <param name="Source">Vietnamese.</param>
/// <param name="ChangedAt">To the second: the format holds no more.</param>
/// <param name="ChangedBy">An office, never a person.</param>
/// <param name="Origin">Where it comes from, for people to read; written and not read back.</param>
internal sealed record TmxUnit(
    string Source, LanguageTag Language, string Target, DateTimeOffset? ChangedAt = null, string? ChangedBy = null, string? Origin = null);
