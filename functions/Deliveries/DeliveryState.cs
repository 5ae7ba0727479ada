using System.Text.Json.Serialization;
using Dissemination.Storage;

namespace Dissemination.Deliveries;

[JsonConverter(typeof(NamedEnumConverter<DeliveryState>))]
internal enum DeliveryState
{
    /// <summary>Waits for a person: a commune's confirmation, or an approval that was taken back.</summary>
    Held,

    /// <summary>May be sent now; a hand task that nobody has confirmed yet.</summary>
    Due,

    /// <summary>The intent is stored and the send under way.</summary>
    Sending,

    /// <summary>To be sent again at a time; it surely did not arrive.</summary>
    Retrying,

    Delivered,

    /// <summary>Surely not delivered, and trying again by itself would not help.</summary>
    Failed,

    /// <summary>Nobody knows whether it arrived; never sent again by itself.</summary>
    Uncertain,

    /// <summary>Will not be sent any more, or was taken down: its item was withdrawn, or has expired.</summary>
    Withdrawn,

    /// <summary>A newer revision, or newer words of it, go out or are out in its place.</summary>
    Replaced,

    /// <summary>Its item expired before it went out. What a person did in time can still be confirmed.</summary>
    Expired,
}
