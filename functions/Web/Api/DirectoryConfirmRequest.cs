namespace Dissemination.Web.Api;

/// <summary>A yes to the change of the directory that waits.</summary>
/// <param name="AgreesToConsequences">Whether the person agrees, too, to what the change leaves behind.</param>
internal sealed record DirectoryConfirmRequest(bool AgreesToConsequences = false);
