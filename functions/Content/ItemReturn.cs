using Dissemination.Directory;

namespace Dissemination.Content;

/// <summary>Who gave an item back to whoever handed it in instead of approving it, when and why.</summary>
internal sealed record ItemReturn(PersonId By, DateTimeOffset At, string Reason);
