namespace Dissemination.Simulators.Facebook;

/// <summary>A picture that was brought to a page; nobody sees it before a post shows it.</summary>
public sealed record FacebookPicture(string Id, string Page, byte[] Bytes, string Alt, string Caption);
