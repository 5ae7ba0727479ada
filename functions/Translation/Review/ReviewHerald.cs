namespace Dissemination.Translation.Review;

/// <summary>Whether reviewers are told by more than their inbox. Where they are not, nothing is handed over.</summary>
internal sealed record ReviewHerald(bool IsOn);
