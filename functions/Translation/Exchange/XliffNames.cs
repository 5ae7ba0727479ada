using System.Xml.Linq;

namespace Dissemination.Translation.Exchange;

/// <summary>The names that XLIFF gives to things.</summary>
internal static class XliffNames
{
    /// <summary>Of version 2.0 and 2.1 alike.</summary>
    public static readonly XNamespace Two = "urn:oasis:names:tc:xliff:document:2.0";

    public static readonly XNamespace OnePointTwo = "urn:oasis:names:tc:xliff:document:1.2";

    public static string Of(ExchangeState state) => state switch
    {
        ExchangeState.Translated => "translated",
        ExchangeState.Reviewed => "reviewed",
        ExchangeState.Final => "final",
        _ => "initial",
    };

    public static ExchangeState? StateOf(string name) => name switch
    {
        "initial" => ExchangeState.Initial,
        "translated" => ExchangeState.Translated,
        "reviewed" => ExchangeState.Reviewed,
        "final" => ExchangeState.Final,
        _ => null,
    };
}
