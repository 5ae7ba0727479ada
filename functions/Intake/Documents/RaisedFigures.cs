namespace Dissemination.Intake.Documents;

/// <summary>Figures above and below the line, which a text without form has as characters of their own. Words stay as they are.</summary>
internal static class RaisedFigures
{
    private const string Plain = "0123456789+-−";

    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻";

    private const string Lowered = "₀₁₂₃₄₅₆₇₈₉₊₋₋";

    public static string Raise(string text) => Written(text, Raised);

    public static string Lower(string text) => Written(text, Lowered);

    private static string Written(string text, string signs) =>
        text.All(sign => Plain.Contains(sign, StringComparison.Ordinal))
            ? string.Concat(text.Select(sign => signs[Plain.IndexOf(sign, StringComparison.Ordinal)]))
            : text;
}
