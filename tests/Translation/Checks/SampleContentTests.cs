using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Tests.Problems;
using Dissemination.Translation.Checks;

namespace Dissemination.Tests.Translation.Checks;

/// <summary>The sample translations of <c>content/</c>: no check says of one that it is surely wrong.</summary>
public sealed class SampleContentTests
{
    [Fact]
    public void No_sample_translation_has_an_error()
    {
        var (originals, translations) = Read();

        var errors = translations.SelectMany(translation => TranslationChecks
            .Find(Languages.Find(translation.Language)!, originals[translation.Item], translation.Text, [])
            .Where(finding => finding.IsError)
            .Select(
                finding => $"{translation.Item} {translation.Language} {finding.Part}: {finding.Text(CultureInfo.GetCultureInfo("en"))}"));

        Assert.NotEmpty(translations);
        Assert.Empty(errors);
    }

    /// <summary>Checks that cry wolf are not read.</summary>
    [Fact]
    public void The_sample_translations_are_almost_free_of_warnings()
    {
        var (originals, translations) = Read();

        string[] warnings = [.. translations.SelectMany(translation => TranslationChecks
            .Find(Languages.Find(translation.Language)!, originals[translation.Item], translation.Text, [])
            .Select(
                finding => $"{translation.Item} {translation.Language} {finding.Part}: {finding.Text(CultureInfo.GetCultureInfo("en"))}"))];

        Assert.True(warnings.Length <= translations.Count / 2, string.Join('\n', warnings));
    }

    private static (Dictionary<ItemId, ItemContent> Originals, List<ReadTranslation> Translations) Read()
    {
        var content = Path.Combine(RepositoryFiles.Root, "content");
        byte[] Bytes(string folder, string file) => File.ReadAllBytes(Path.Combine(content, folder, file));
        var directory = DirectoryReader.Read(
            Bytes("directory", "communes.csv"), Bytes("directory", "destinations.csv"), Bytes("directory", "people.csv")).AssertValid();
        var resolutions = System.IO.Directory.GetFiles(Path.Combine(content, "resolutions"))
            .Select(
                file => KeyValuePair.Create(
                    Path.GetFileNameWithoutExtension(file),
                    ResolutionReader.Read($"resolutions/{Path.GetFileName(file)}", File.ReadAllBytes(file)).AssertValid()))
            .ToImmutableDictionary(StringComparer.Ordinal);
        var known = new KnownReferences(directory, resolutions, new(2026, 11, 28, 0, 0, 0, TimeSpan.Zero));
        var (originals, translations) = (new Dictionary<ItemId, ItemContent>(), new List<ReadTranslation>());
        foreach (var file in System.IO.Directory.GetFiles(Path.Combine(content, "items")).Select(path => Path.GetFileName(path)!))
        {
            var (name, bytes) = ($"items/{file}", Bytes("items", file));
            switch (Path.GetExtension(file), file.Split('.').Length)
            {
                case (".md", 3):
                    translations.Add(SuppliedTranslationReader.Read(name, bytes).AssertValid());
                    break;
                case (".md", _):
                    Add(ArticleReader.Read(name, bytes, known).AssertValid());
                    break;
                case (".csv", _):
                    Add(ItemSheetReader.Read(name, bytes, known).AssertValid());
                    break;
            }
        }

        return (originals, translations);

        void Add(ReadItems items)
        {
            foreach (var item in items.Items)
            {
                originals.Add(item.Content.Id, item.Content);
                translations.AddRange(item.Translations);
            }
        }
    }
}
