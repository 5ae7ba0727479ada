using Dissemination.Content;
using Dissemination.Directory;
using ETag = Azure.ETag;

namespace Dissemination.Translation.Recordings;

/// <summary>What a person does to a recording.</summary>
/// <param name="Read">The version that the person saw.</param>
/// <param name="What">The word of the record.</param>
/// <param name="MayBeStaffs">Whether provincial staff do it too, and not only those who may record it.</param>
internal sealed record RecordingAct(TextId Text, Person By, ETag Read, string What, string? Detail = null, bool MayBeStaffs = false);
