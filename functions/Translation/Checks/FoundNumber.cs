using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Checks;

/// <summary>A figure of a text.</summary>
/// <param name="Value">By which two are the same: <c>5.000</c> is <c>5000</c>.</param>
/// <param name="Written">As it is written, with its per cent sign.</param>
internal sealed record FoundNumber(string Value, string Written, bool IsPercent, TextStretch Place)
{
    /// <summary>Whether it is as easily written as a word: <c>ba</c> for 3.</summary>
    public bool MayBeAWord =>
        !IsPercent && Value.Length <= 2 && int.TryParse(Value, System.Globalization.CultureInfo.InvariantCulture, out var value)
            && value <= 10;
}
