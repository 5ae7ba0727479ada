using System.Text.Json.Serialization;
using Dissemination.Storage;

namespace Dissemination.Reach.Summary;

/// <summary>Who has to do something, or what has to happen.</summary>
[JsonConverter(typeof(NamedEnumConverter<WaitsOn>))]
internal enum WaitsOn
{
    /// <summary>Nobody: it will not come any more.</summary>
    Nobody,

    /// <summary>Its own time.</summary>
    Schedule,

    /// <summary>The program and the channel, by themselves.</summary>
    Channel,

    /// <summary>The commune's people.</summary>
    Commune,

    /// <summary>An approver of the province.</summary>
    Approver,

    /// <summary>Somebody who reviews the language and did not write the text.</summary>
    Reviewers,

    /// <summary>Somebody who writes the language.</summary>
    Translators,

    /// <summary>Whoever keeps the channel's account: its credential serves no more.</summary>
    ChannelKeeper,

    /// <summary>Provincial staff.</summary>
    Staff,
}
