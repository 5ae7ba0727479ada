using Dissemination.Content;

namespace Dissemination.Intake;

/// <summary>What handed-in content makes of an item.</summary>
internal abstract record IntakeDecision
{
    /// <summary>It says what the item says already, or came before what the item says.</summary>
    internal sealed record Unchanged(Item Current) : IntakeDecision;

    /// <summary>The item is another file's.</summary>
    internal sealed record OwnedElsewhere(string File) : IntakeDecision;

    /// <summary>It is new, or says something else.</summary>
    internal sealed record NewRevision(Item Item, Revision Revision) : IntakeDecision;

    /// <summary>It says what the item says, and approves it.</summary>
    internal sealed record Approved(Item Item) : IntakeDecision;

    /// <summary>It says what the item says, and names an approval that somebody has to confirm.</summary>
    internal sealed record Claimed(Item Item) : IntakeDecision;
}
