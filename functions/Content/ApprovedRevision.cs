namespace Dissemination.Content;

/// <summary>An earlier revision of an item that was approved, and may still be out.</summary>
internal sealed record ApprovedRevision(int Revision, Approval Approval);
