using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Intake.Drafts;

/// <summary>
/// Communes and topics in the cells of a sheet, as people call them. What a name does not lead back to stays an id. Pure functions.
/// </summary>
internal static class SheetNames
{
    private const string Between = "; ";

    /// <summary>For example <c>xã Búng Lao; phường Mường Thanh</c>.</summary>
    public static string OfCommunes(IEnumerable<CommuneId> communes, KnownReferences known) => string.Join(
        Between,
        communes.Select(id =>
            known.Directory.Find(id) is { MergedInto: null } commune
            && $"{(commune.Kind is CommuneKind.Ward ? "phường" : "xã")} {commune.Name}" is var name
            && DraftSheetFile.CommuneOf(name, known) == id.Value
                ? name
                : id.Value));

    /// <param name="resolution">To which the codes belong; null where nobody knows it.</param>
    public static string OfTopics(IEnumerable<string> codes, Resolution? resolution) => string.Join(
        Between,
        codes.Select(code =>
            resolution?.Topics.FirstOrDefault(topic => topic.Code == code)?.Text is { } text
            && DraftSheetFile.TopicOf(text, resolution) == code && !text.Contains(';', StringComparison.Ordinal)
                ? text
                : code));
}
