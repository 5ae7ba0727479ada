using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Intake;

/// <summary>What handed-in content may refer to, as it stands while the content is read.</summary>
/// <param name="Now">When it is read: what is over by then is told.</param>
internal sealed record KnownReferences(
    DirectorySnapshot Directory, ImmutableDictionary<string, Resolution> Resolutions, DateTimeOffset Now);
