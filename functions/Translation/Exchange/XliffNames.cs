using System.Xml.Linq;

namespace Dissemination.Translation.Exchange;

/// <summary>The names that XLIFF gives to things.</summary>
internal static class XliffNames
{
    /// <summary>Of version 2.0 and 2.1 alike.</summary>
    public static readonly XNamespace Two = "urn:oasis:names:tc:xliff:document:2.0";

    public static readonly XNamespace OnePointTwo = "urn:oasis:names:tc:xliff:document:1.2";

    /// <summary>Gives a file without a namespace, as some tools write it, the one of its version.</summary>
    public static XElement WithNamespace(XElement root)
    {
        var names = (string?)root.Attribute("version") switch { "1.2" => OnePointTwo, "2.0" or "2.1" => Two, _ => null };
        if (names is null || root.Name != "xliff")
        {
            return root;
        }

        foreach (var element in root.DescendantsAndSelf().Where(element => element.Name.Namespace == XNamespace.None))
        {
            element.Name = names + element.Name.LocalName;
        }

        return root;
    }

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
