using System.Text.Json.Serialization;
using Dissemination.Storage;

namespace Dissemination.Translation.Checks;

/// <summary>How grave a finding is.</summary>
[JsonConverter(typeof(NamedEnumConverter<Severity>))]
internal enum Severity
{
    /// <summary>It is wrong, and is mended before the text goes on; a few a person may dismiss with a reason instead.</summary>
    Error,

    /// <summary>It is probably wrong. A person may say that it is right.</summary>
    Warning,
}
