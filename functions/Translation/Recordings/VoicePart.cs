using Dissemination.Directory;

namespace Dissemination.Translation.Recordings;

/// <summary>Where one sentence is said in an approved file, and by whom.</summary>
/// <param name="Sentence">Its id.</param>
/// <param name="Offset">In bytes, as is the length.</param>
internal readonly record struct VoicePart(string Sentence, long Offset, long Length, PersonId By);
