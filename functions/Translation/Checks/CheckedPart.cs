using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Checks;

/// <summary>One part of a translation beside the same part of the original.</summary>
internal sealed class CheckedPart(TextPart part, string source, string target)
{
    public TextPart Part { get; } = part;

    public AnalysedText Source { get; } = new(source);

    public AnalysedText Target { get; } = new(target);

    public Finding At(string code, Severity severity, int offset, int length, params ReadOnlySpan<string> arguments) =>
        new(code, severity, Part, offset, length, [.. arguments]);

    /// <summary>
    /// A finding about something that stands in the original: it lies in the paragraph that faces it, where the paragraphs are as many.
    /// </summary>
    public Finding Across(string code, Severity severity, int sourceOffset, params ReadOnlySpan<string> arguments)
    {
        var block = Source.Blocks.Length == Target.Blocks.Length ? Source.BlockAt(sourceOffset) : -1;
        var place = block < 0 ? default : Target.Blocks[block];
        return At(code, severity, place.Start, place.Length, arguments);
    }
}
