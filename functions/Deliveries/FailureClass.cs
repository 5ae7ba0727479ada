using System.Text.Json.Serialization;
using Dissemination.Storage;

namespace Dissemination.Deliveries;

/// <summary>What kind of thing went wrong with a delivery, and so who can help.</summary>
[JsonConverter(typeof(NamedEnumConverter<FailureClass>))]
internal enum FailureClass
{
    /// <summary>It may well work later.</summary>
    Temporary,

    /// <summary>Trying again would not help as things stand: the post or the destination is refused.</summary>
    Permanent,

    /// <summary>The credential serves no more.</summary>
    Credential,

    /// <summary>The channel says that the same text is there already.</summary>
    Duplicate,

    /// <summary>Nobody knows whether it arrived.</summary>
    Unknown,
}
