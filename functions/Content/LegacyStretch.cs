namespace Dissemination.Content;

/// <summary>A stretch of a text that was typed with an old font.</summary>
/// <param name="Words">As it stands there.</param>
/// <param name="Unicode">What was meant.</param>
internal readonly record struct LegacyStretch(int Start, string Words, LegacyCoding Coding, string Unicode);
