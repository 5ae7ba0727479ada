namespace Dissemination.Local;

/// <summary>
/// Something that a person has to put right before the program can run here; told in both languages, without a stack trace.
/// </summary>
internal sealed class StartProblem(LocalText text, params IReadOnlyList<string> details) : Exception(text.English)
{
    public LocalText Text { get; } = text;

    /// <summary>What another program said about it, or each of several problems.</summary>
    public IReadOnlyList<string> Details { get; } = details;
}
