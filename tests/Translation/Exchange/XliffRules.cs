using System.Xml;
using System.Xml.Linq;

namespace Dissemination.Tests.Translation.Exchange;

/// <summary>The rules of the core of XLIFF 2.1 as the standard describes them, and what in a file breaks them.</summary>
internal static class XliffRules
{
    private static readonly XNamespace Core = "urn:oasis:names:tc:xliff:document:2.0";

    private static readonly Dictionary<string, Rule> Rules = new(StringComparer.Ordinal)
    {
        ["xliff"] = new(["version", "srcLang"], ["trgLang"], "file+"),
        ["file"] = new(["id"], ["original", "canResegment", "translate", "srcDir", "trgDir"], "skeleton? notes? (unit|group)+"),
        ["group"] = new(["id"], ["name", "canResegment", "translate", "srcDir", "trgDir", "type"], "notes? (unit|group)*"),
        ["unit"] = new(
            ["id"], ["name", "canResegment", "translate", "srcDir", "trgDir", "type"], "notes? originalData? (segment|ignorable)+"),
        ["originalData"] = new([], [], "data+") { MayPreserve = false },
        ["data"] = new(["id"], ["dir"], "cp*") { HasText = true },
        ["ph"] = new(
            ["id"], ["canCopy", "canDelete", "canReorder", "copyOf", "disp", "equiv", "dataRef", "subFlows", "subType", "type"], "")
        {
            MayPreserve = false,
        },
        ["notes"] = new([], [], "note+"),
        ["note"] = new([], ["id", "appliesTo", "category", "priority"], "") { HasText = true, MayPreserve = false },
        ["segment"] = new([], ["id", "canResegment", "state", "subState"], "source target?") { MayPreserve = false },
        ["ignorable"] = new([], ["id"], "source target?") { MayPreserve = false },
        ["source"] = new([], [], "(cp|ph|pc|sc|ec|mrk|sm|em)*") { HasText = true },
        ["target"] = new([], ["order"], "(cp|ph|pc|sc|ec|mrk|sm|em)*") { HasText = true },
        ["cp"] = new(["hex"], [], "") { MayPreserve = false },
    };

    public static IReadOnlyList<string> Check(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        var root = XDocument.Load(stream, LoadOptions.PreserveWhitespace).Root!;
        List<string> broken = [];
        if (root.Name != Core + "xliff")
        {
            return [$"the root is {root.Name}"];
        }

        foreach (var element in root.DescendantsAndSelf())
        {
            CheckElement(element, broken);
        }

        if ((string?)root.Attribute("version") != "2.1")
        {
            broken.Add("the version is not 2.1");
        }

        if (root.Descendants(Core + "target").Any() && root.Attribute("trgLang") is null)
        {
            broken.Add("targets without trgLang");
        }

        // A file's id is its own in the document, a unit's and a group's in the file, a segment's in the unit.
        Unique(root.Elements(Core + "file"), "file", broken);
        foreach (var file in root.Elements(Core + "file"))
        {
            Unique(file.Descendants(Core + "unit"), "unit", broken);
            Unique(file.Descendants(Core + "group"), "group", broken);
        }

        foreach (var unit in root.Descendants(Core + "unit"))
        {
            Unique(unit.Elements().Where(element => element.Name.LocalName is "segment" or "ignorable"), "segment", broken);
            CheckCodes(unit, broken);
            if (!unit.Elements(Core + "segment").Any())
            {
                broken.Add("a unit without a segment");
            }
        }

        return broken;
    }

    /// <summary>
    /// A code's id is its own in the source and in the target, and the same in both for the same data; its data is in the unit.
    /// </summary>
    private static void CheckCodes(XElement unit, List<string> broken)
    {
        var data = unit.Elements(Core + "originalData").Elements().ToList();
        Unique(data, "data", broken);
        foreach (var words in unit.Descendants().Where(element => element.Name.LocalName is "source" or "target"))
        {
            Unique(words.Elements(Core + "ph"), "ph", broken);
        }

        broken.AddRange(
            from code in unit.Descendants(Core + "ph")
            where data.TrueForAll(kept => (string?)kept.Attribute("id") != (string?)code.Attribute("dataRef"))
            select $"ph {code.Attribute("id")} without its data");
        broken.AddRange(
            from same in unit.Descendants(Core + "ph").GroupBy(code => (string?)code.Attribute("id"), StringComparer.Ordinal)
            where same.Select(code => (string?)code.Attribute("dataRef")).Distinct(StringComparer.Ordinal).Skip(1).Any()
            select $"ph {same.Key} means two things");
    }

    private static void CheckElement(XElement element, List<string> broken)
    {
        var name = element.Name.LocalName;
        if (element.Name.Namespace != Core || !Rules.TryGetValue(name, out var rule))
        {
            broken.Add($"{element.Name} is no element of the core");
            return;
        }

        broken.AddRange(
            rule.Required.Where(attribute => element.Attribute(attribute) is null).Select(attribute => $"{name} without {attribute}"));
        foreach (var attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration))
        {
            var isKnown = attribute.Name == XNamespace.Xml + "space" ? rule.MayPreserve
                : attribute.Name.Namespace == XNamespace.None
                    && rule.Required.Concat(rule.Optional).Contains(attribute.Name.LocalName, StringComparer.Ordinal);
            if (!isKnown || !IsValid(attribute))
            {
                broken.Add($"{name} with {attribute}");
            }
        }

        if (!rule.Children(element.Elements().Select(child => child.Name.LocalName)))
        {
            broken.Add(
                $"{name} has {string.Join(' ', element.Elements().Select(child => child.Name.LocalName))} and should have {rule.Content}");
        }

        if (!rule.HasText && element.Nodes().OfType<XText>().Any(text => !string.IsNullOrWhiteSpace(text.Value)))
        {
            broken.Add($"{name} with text");
        }

        if (name == "segment")
        {
            var state = (string?)element.Attribute("state") ?? "initial";
            if (state != "initial" && element.Element(Core + "target") is null)
            {
                broken.Add($"a segment that is {state} without a target");
            }

            if (element.Attribute("subState") is not null && element.Attribute("state") is null)
            {
                broken.Add("a sub-state without a state");
            }
        }
    }

    private const System.Text.RegularExpressions.RegexOptions Linear =
        System.Text.RegularExpressions.RegexOptions.NonBacktracking | System.Text.RegularExpressions.RegexOptions.CultureInvariant | System.Text.RegularExpressions.RegexOptions.ExplicitCapture;

    private static bool IsValid(XAttribute attribute) => attribute.Name.LocalName switch
    {
        "id" => IsToken(attribute.Value),
        "state" => attribute.Value is "initial" or "translated" or "reviewed" or "final",
        "canResegment" or "translate" or "canCopy" or "canDelete" or "canReorder" => attribute.Value is "yes" or "no",
        "srcDir" or "trgDir" => attribute.Value is "ltr" or "rtl" or "auto",
        "space" => attribute.Value is "default" or "preserve",
        "srcLang" or "trgLang" =>
            System.Text.RegularExpressions.Regex.IsMatch(attribute.Value, "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$", Linear),
        "order" => int.TryParse(attribute.Value, System.Globalization.CultureInfo.InvariantCulture, out var order) && order > 0,
        // Only what XML itself cannot hold is written so.
        "hex" =>
            int.TryParse(attribute.Value, System.Globalization.NumberStyles.AllowHexSpecifier, null, out var value) && value <= 0xFFFF
                && !XmlConvert.IsXmlChar((char)value),
        _ => true,
    };

    private static bool IsToken(string value)
    {
        try
        {
            return XmlConvert.VerifyNMTOKEN(value).Length > 0;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static void Unique(IEnumerable<XElement> elements, string what, List<string> broken) => broken.AddRange(
        elements.Select(element => (string?)element.Attribute("id")).OfType<string>().GroupBy(id => id, StringComparer.Ordinal)
            .Where(same => same.Skip(1).Any()).Select(same => $"{what} {same.Key} twice"));

    /// <param name="Content">The children in order: names with <c>? + *</c>, or a choice of them in brackets.</param>
    private sealed record Rule(string[] Required, string[] Optional, string Content)
    {
        public bool HasText { get; init; }

        public bool MayPreserve { get; init; } = true;

        public bool Children(IEnumerable<string> names)
        {
            // Each name with a semicolon behind it, so that a pattern over names is one over text.
            var pattern = System.Text.RegularExpressions.Regex.Replace(Content, "[a-zA-Z]+", name => $"(?:{name.Value};)", Linear)
                .Replace(" ", "", StringComparison.Ordinal);
            return System.Text.RegularExpressions.Regex.IsMatch(string.Concat(names.Select(name => name + ";")), $"^{pattern}$", Linear);
        }
    }
}
