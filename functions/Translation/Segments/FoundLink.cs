namespace Dissemination.Translation.Segments;

/// <summary>The address of a page, a mailbox or a telephone in a text.</summary>
/// <param name="Address">By which two are the same: of a telephone number its digits.</param>
/// <param name="Written">As it is written.</param>
internal sealed record FoundLink(string Address, string Written, TextStretch Place)
{
    /// <summary>The address without its scheme: what is left where somebody typed it from memory.</summary>
    public string WithoutScheme =>
        Address.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? Address[(scheme + 3)..] : Address;
}
