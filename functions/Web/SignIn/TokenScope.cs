using System.Text.Json.Serialization;
using Dissemination.Storage;

namespace Dissemination.Web.SignIn;

/// <summary>What a program may do with a token, of what the person may do who made it.</summary>
[JsonConverter(typeof(NamedEnumConverter<TokenScope>))]
internal enum TokenScope
{
    /// <summary>Read, and change nothing.</summary>
    Read,

    /// <summary>Hand in files, and take items back.</summary>
    HandIn,

    /// <summary>Write and exchange translations, glossaries and memories.</summary>
    Translate,

    /// <summary>Act on deliveries, hand tasks and alerts.</summary>
    Deliver,

    /// <summary>Subscribe to the calendar, and nothing else.</summary>
    Calendar,
}
