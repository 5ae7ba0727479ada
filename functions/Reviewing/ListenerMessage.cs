using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Reviewing;

/// <summary>A voice message with buttons that somebody got of a recording.</summary>
/// <param name="Message">Its number in the chat; null where it did not get there.</param>
/// <param name="Stamp">The state of the recording that it is about.</param>
internal sealed record ListenerMessage(TextId Text, PersonId Person, long Chat, int? Message, string Stamp);
