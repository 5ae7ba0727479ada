using System.ComponentModel.DataAnnotations;

namespace Dissemination.Deliveries;

/// <summary>How much is sent at the same time.</summary>
internal sealed class SendingOptions
{
    public const string Section = "Sending";

    /// <summary>
    /// In how many shares the lanes are worked at: as many senders work at once, over all copies of the program, each with up to a hundred
    /// posts under way.
    /// </summary>
    [Range(1, 64)]
    public int Shares { get; set; } = 4;
}
