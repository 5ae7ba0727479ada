using Dissemination.Content;
using Dissemination.Directory;

namespace Dissemination.Reviewing;

/// <summary>What a person was told last of a translation.</summary>
/// <param name="Message">The message's number in the chat; null where it did not get there.</param>
/// <param name="Stamp">The state of the translation that it is about.</param>
/// <param name="IsOpen">Whether its buttons are there.</param>
internal sealed record ReviewerMessage(TextId Text, PersonId Person, long Chat, int? Message, string Stamp, bool IsOpen);
