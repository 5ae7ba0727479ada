using System.Diagnostics;

namespace Dissemination.Content;

/// <summary>What a trace tells of the language version that a stage worked at.</summary>
internal static class VersionTags
{
    public static Activity? Tag(this Activity? span, VersionId version) =>
        span?.SetTag("item", version.Item.Value).SetTag("revision", version.Revision).SetTag("language", version.Language.Value);
}
