using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using Dissemination.Problems;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Checks;

/// <summary>What a check found in a translation.</summary>
/// <param name="Code">A key of <see cref="ProblemTexts"/>.</param>
/// <param name="Part">The part of the translation that it lies in.</param>
/// <param name="Offset">Where in the part it begins, in UTF-16 code units.</param>
/// <param name="Length">How long it is there; 0 where something is missing and its place is not known.</param>
/// <param name="Arguments">The words that it is about.</param>
internal sealed record Finding(
    string Code, Severity Severity, TextPart Part, int Offset, int Length, params ImmutableArray<string> Arguments)
{
    private static readonly FrozenSet<string> MaybeMeant = FrozenSet.Create(
        StringComparer.Ordinal,
        nameof(ProblemTexts.TranslationLacksMost),
        nameof(ProblemTexts.ParagraphsMissing),
        nameof(ProblemTexts.LineIsVietnamese),
        nameof(ProblemTexts.LineUnchanged));

    /// <summary>The same as long as the words are, wherever they stand: by it a warning that was dismissed stays dismissed.</summary>
    public string Key => Arguments.IsDefaultOrEmpty ? Code : $"{Code}:{string.Join('|', Arguments)}";

    /// <summary>What a key is of, in the given language.</summary>
    public static string TextOf(string key, CultureInfo language) =>
        (key.Split(':', 2) is [var code, var words] ? new Problem(code, null, [.. words.Split('|')]) : new(key)).Text(language);

    [JsonIgnore]
    public bool IsError => Severity is Severity.Error;

    /// <summary>
    /// Whether a person may say, with a reason, that the text is right all the same: of a warning, and of an error that may be meant so.
    /// </summary>
    [JsonIgnore]
    public bool MayBeDismissed => !IsError || MaybeMeant.Contains(Code);

    /// <summary>The reason in the given language.</summary>
    public string Text(CultureInfo language) => new Problem(Code, null, Arguments).Text(language);
}
