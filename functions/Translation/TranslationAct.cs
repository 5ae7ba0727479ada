using Dissemination.Content;
using Dissemination.Directory;
using ETag = Azure.ETag;

namespace Dissemination.Translation;

/// <summary>What a person does to a translation.</summary>
/// <param name="Read">The version that the person saw.</param>
/// <param name="What">The word of the record.</param>
/// <param name="IsStaffs">Whether provincial staff do it, and not those who work at the translation.</param>
internal sealed record TranslationAct(TextId Text, Person By, ETag Read, string What, string? Detail = null, bool IsStaffs = false);
