using System.Collections.Immutable;
using Dissemination.Directory;

namespace Dissemination.Translation.Recordings;

/// <summary>What somebody read aloud in one go: one sentence, or the whole text. A file of its own until all of it is approved.</summary>
/// <param name="Sentences">The sentences that it says, by their ids.</param>
/// <param name="File">Its name in <c>recordings</c>.</param>
internal sealed record RecordedPart(
    ImmutableArray<string> Sentences, string File, long Bytes, int Milliseconds, Mp3Form Form, PersonId By);
