using Dissemination.Content;

namespace Dissemination.Deliveries;

/// <summary>A delivery's short link and how often it was opened: a number, without address, cookie or identifier.</summary>
internal sealed record ShortLink(DeliveryId Delivery, long Opens);
