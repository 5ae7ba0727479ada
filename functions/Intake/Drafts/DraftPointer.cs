namespace Dissemination.Intake.Drafts;

/// <summary>The draft that an item came from.</summary>
internal sealed record DraftPointer(DraftId Draft);
