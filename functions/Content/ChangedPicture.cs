namespace Dissemination.Content;

/// <summary>A picture that was handed in.</summary>
/// <param name="Now">As it is published from now on.</param>
/// <param name="Before">What was published until now; null where it is new, or the same bytes came again.</param>
internal sealed record ChangedPicture(AcceptedPicture Now, AcceptedPicture? Before);
