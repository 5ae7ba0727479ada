namespace Dissemination.Intake.Documents;

/// <summary>What words in old fonts become in Unicode, to be taken when a person who has read it says so.</summary>
/// <param name="Written">The title and the text as they were read, to see whether somebody changed them since.</param>
internal sealed record LegacyOffer(string? Title, string? Summary, string Body, string Written);
