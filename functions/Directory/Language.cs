using System.Collections.Immutable;

namespace Dissemination.Directory;

/// <summary>A language that communes may speak, as a row of <c>languages.csv</c> says.</summary>
internal sealed record Language
{
    /// <summary>Its BCP 47 tag.</summary>
    public required LanguageTag Tag { get; init; }

    /// <summary>Its name in Vietnamese, with the script or spelling where there are several.</summary>
    public required string Name { get; init; }

    public required string EnglishName { get; init; }

    /// <summary>Its name in itself, where one is known; whether a speaker has checked it stands in the file's comment.</summary>
    public string? NativeName { get; init; }

    public required LanguageScript Script { get; init; }

    /// <summary>The spelling, where the language has several: <c>chv</c>, <c>rpa</c>.</summary>
    public string? Spelling { get; init; }

    public required ScriptDetector Detector { get; init; }

    /// <summary>The font families that show it, the best first.</summary>
    public required ImmutableArray<string> Fonts { get; init; }

    /// <summary>The spelling that its texts can be turned into.</summary>
    public SpellingConversion? Conversion { get; init; }

    /// <summary>What a machine translator calls it; null where none has it, and none ever gets a language that is only like it.</summary>
    public string? MachineCode { get; init; }
}
