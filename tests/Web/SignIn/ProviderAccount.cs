namespace Dissemination.Tests.Web.SignIn;

/// <summary>An account of the provider.</summary>
internal sealed record ProviderAccount(string Subject, string? Email = null, bool IsEmailVerified = false);
