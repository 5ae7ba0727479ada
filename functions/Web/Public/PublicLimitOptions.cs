using System.ComponentModel.DataAnnotations;

namespace Dissemination.Web.Public;

/// <summary>How much one address may ask of what is open to all.</summary>
internal sealed class PublicLimitOptions
{
    public const string Section = "Web:PublicLimit";

    /// <summary>Requests at once. A whole village may come from one address of a mobile network.</summary>
    [Range(1, 1_000_000)]
    public int Burst { get; set; } = 300;

    /// <summary>Requests a second after that.</summary>
    [Range(1, 100_000)]
    public int PerSecond { get; set; } = 30;
}
