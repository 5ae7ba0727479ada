using System.Text.Json.Serialization;
using Dissemination.Storage;

namespace Dissemination.Translation;

/// <summary><c>wanted → drafted → in-review → approved</c>, or <c>returned</c>; <c>outdated</c> once the source changes.</summary>
[JsonConverter(typeof(NamedEnumConverter<TranslationState>))]
internal enum TranslationState
{
    Wanted,
    Drafted,
    InReview,
    Returned,
    Approved,
    Outdated,

    /// <summary>A commune's own variant that it gave up: the common text holds there.</summary>
    Dropped,
}
