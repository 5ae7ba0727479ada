using Dissemination.Content;

namespace Dissemination.Channels.Website;

/// <summary>An approved voice, for all feeds of its language that carry the words which it says.</summary>
/// <param name="Words">Those words: <see cref="ContentHash.OfSpoken"/>. It goes with no others.</param>
internal sealed record FeedVoice(TextId Text, string Words, PostVoice Voice, DateTimeOffset At);
