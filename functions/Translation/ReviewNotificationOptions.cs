namespace Dissemination.Translation;

/// <summary>Whether reviewers are told by more than their inbox. Where they are not, nothing is handed over.</summary>
internal sealed record ReviewNotificationOptions(bool IsOn);
