namespace Dissemination.Deliveries.Watching;

/// <summary>Since when a credential has been the same.</summary>
/// <param name="Mark">Eight bytes of a hash by which one sees that it changed; nobody gets the credential back from it.</param>
internal sealed record CredentialAge(string Mark, DateTimeOffset Since);
