using Dissemination.Content;
using Dissemination.Directory;
using FsCheck;
using FsCheck.Fluent;

namespace Dissemination.Tests.Content;

/// <summary>Ids out of few letters, so that one is often the beginning of another.</summary>
public static class GeneratedIds
{
    public static Arbitrary<IdText> Ids() => (
        from version in Versions
        from commune in Slugs
        from name in Slugs
        from removes in Gen.Elements(false, true)
        from edition in Gen.Elements(0, 1, 2, 10)
        select new IdText(new DeliveryId(VersionId.Parse(version, null), new(new(commune), name), removes, edition).ToString())).ToArbitrary();

    /// <summary>Language versions.</summary>
    private static Gen<string> Versions =>
        from item in Slugs
        from revision in Gen.Elements(1, 2, 10, 11, 100)
        from language in Gen.Elements(Languages.All.Select(language => language.Tag.Value).ToArray())
        select string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{item}.{revision}.{language}");

    private static Gen<string> Slugs =>
        from first in Gen.Elements("a", "1", "vi", "remove", "edition-2")
        from rest in Gen.Elements("", "-", "0", "a", "-x", "-remove").ListOf()
        let slug = first + string.Concat(rest)
        select slug[..Math.Min(slug.Length, 63)];
}
