using Dissemination.Directory;

namespace Dissemination.Content;

/// <summary>Who approved an item, under which document, when.</summary>
internal sealed record Approval(PersonId By, string Document, DateOnly Date);
