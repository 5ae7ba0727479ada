using Dissemination.Content;

namespace Dissemination.Deliveries;

/// <summary>A delivery's short link and how often it was opened: a number, without address, cookie or identifier.</summary>
/// <param name="Opens">As it is stored: what was counted before <see cref="LinkOpens"/> had rows of their own. As it is read: all.</param>
internal sealed record ShortLink(DeliveryId Delivery, long Opens);
