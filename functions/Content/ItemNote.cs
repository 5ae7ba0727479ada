using Dissemination.Directory;

namespace Dissemination.Content;

/// <summary>What a colleague says of an item or of a draft, to those who work at it. No post and no report carries it.</summary>
internal sealed record ItemNote(DateTimeOffset At, PersonId By, string Text);
