using Dissemination.Problems;

namespace Dissemination.Intake.Documents;

/// <summary>A picture that comes alone: a poster, whose words for those who cannot see it a person has to write.</summary>
internal static class PictureDocument
{
    public static Parsed<ReadDocument> Read(DroppedDocument file) =>
        Parsed<ReadDocument>.Of(
            new(
                Title: null,
                Summary: null,
                "",
                [new($"1{ExtensionOf(file.Bytes.Span)}", file.Bytes, Alt: "")],
                [new(nameof(ProblemTexts.DroppedPictureAlone), new(file.Name))]));

    /// <summary>By its bytes: names lie.</summary>
    public static string ExtensionOf(ReadOnlySpan<byte> bytes) =>
        bytes is [0x89, ..] ? ".png" : bytes is [(byte)'G', ..] ? ".gif" : bytes is [(byte)'R', ..] ? ".webp" : ".jpg";
}
