namespace Dissemination.Tests.Browser.Walk;

/// <summary>A file as an office has it.</summary>
/// <param name="Title">By what its draft is called once it was read.</param>
internal sealed record OfficeFile(string Name, byte[] Bytes, string Title);
