using System.Collections.Immutable;
using System.Globalization;

namespace Dissemination.Problems;

/// <summary>An expected failure: what is wrong, where, and with which words of the input.</summary>
/// <param name="Code">A key of <see cref="ProblemTexts"/>; stable, so that other programs may rely on it.</param>
/// <param name="Place">Where, if it has a place.</param>
/// <param name="Arguments">The values that the text names.</param>
internal sealed record Problem(string Code, Place? Place = null, params ImmutableArray<string> Arguments)
{
    /// <summary>The reason in the given language, without the place.</summary>
    public string Text(CultureInfo language)
    {
        var format = ProblemTexts.ResourceManager.GetString(Code, language) ?? Code;
        try
        {
            return Arguments.IsDefaultOrEmpty ? format : TextFormat.FillIn(language, format, [.. Arguments]);
        }
        catch (FormatException)
        {
            // A problem that was stored before its text named more is still shown, with what it has.
            return $"{format} ({string.Join(", ", Arguments)})";
        }
    }

    /// <summary>The reason with its place before it.</summary>
    public string TextWithPlace(CultureInfo language) => Place is null ? Text(language) : $"{Place}: {Text(language)}";
}
