using System.ComponentModel.DataAnnotations;

namespace Dissemination.Deliveries;

/// <summary>Settings under <c>Expiry</c>.</summary>
internal sealed class ExpiryOptions
{
    public const string Section = "Expiry";

    /// <summary>
    /// What becomes of the posts of an item that expires. Its entries in the program's own feeds and its public page go in any case.
    /// </summary>
    [EnumDataType(typeof(ExpiredPosts))]
    public ExpiredPosts Posts { get; set; } = ExpiredPosts.Stay;
}
