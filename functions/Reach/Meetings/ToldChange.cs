namespace Dissemination.Reach.Meetings;

/// <summary>What a record was before a change. Written once, with the change itself, and never again.</summary>
internal sealed record ToldChange(ToldRecord Before, ToldStep Step);
