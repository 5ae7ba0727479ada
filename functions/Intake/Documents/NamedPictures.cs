using System.Collections.Immutable;
using System.Globalization;
using Dissemination.Content;
using Dissemination.Problems;

namespace Dissemination.Intake.Documents;

/// <summary>
/// Pictures that a Markdown file names and that were dropped together with it, in a zip or beside it: they are that draft's, with the words
/// that the file has for them, and no drafts of their own. Pure functions.
/// </summary>
internal sealed class NamedPictures
{
    private readonly Dictionary<string, DroppedDocument> _pictures = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _named = new(StringComparer.OrdinalIgnoreCase);

    public NamedPictures(IEnumerable<DroppedDocument> dropped)
    {
        List<DroppedDocument> texts = [];
        foreach (var file in dropped)
        {
            var kind = DocumentSniffer.Find(file).Kind;
            if (kind is DocumentKind.Picture)
            {
                _pictures.TryAdd(HandedInFile.Normal(file.Name), file);
            }
            else if (kind is DocumentKind.Markdown)
            {
                texts.Add(file);
            }
        }

        // Most that is dropped is no text with pictures beside it, and is not read twice.
        foreach (var text in _pictures.Count == 0 ? [] : texts)
        {
            if (MarkdownReader.Read(text) is { IsValid: true, Value: { } read })
            {
                _named.UnionWith(Tied(read).Select(picture => picture.File));
            }
        }
    }

    /// <summary>Whether a file is a picture of another draft.</summary>
    public bool IsOfAnother(DroppedDocument file) =>
        _named.Contains(HandedInFile.Normal(file.Name)) && _pictures.GetValueOrDefault(HandedInFile.Normal(file.Name)) == file;

    /// <summary>What a Markdown file says, with its pictures.</summary>
    public ReadDocument With(string name, ReadDocument read)
    {
        var tied = Tied(read);
        if (tied.IsEmpty)
        {
            return read;
        }

        var inText = InText(read);
        var missing = Named(read).Length - tied.Length;
        return read with
        {
            Body = inText.Pictures.All(picture => _pictures.ContainsKey(picture.File)) ? inText.Body : read.Body,
            Pictures =
            [
                .. tied.Index().Select(picture =>
                {
                    var bytes = _pictures[picture.Item.File].Bytes;
                    var own = string.Create(
                        CultureInfo.InvariantCulture, $"{picture.Index + 1}{PictureDocument.ExtensionOf(bytes.Span)}");
                    return new DocumentPicture(own, bytes, picture.Item.Alt, picture.Item.Caption) { Words = picture.Item.Words };
                }),
            ],
            Notes =
            [
                .. read.Notes.Where(note => note.Code != nameof(ProblemTexts.DroppedLinkedPictures)),
                new(nameof(ProblemTexts.DroppedPicturesTied), new(name), Text(tied.Length)),
                .. missing == 0
                    ? Array.Empty<Problem>()
                    : [new(nameof(ProblemTexts.DroppedLinkedPictures), new(name), Text(missing))],
            ],
        };
    }

    /// <summary>Those that it names and that came with it. Of those in the text all are taken, or none.</summary>
    private ImmutableArray<ItemPicture> Tied(ReadDocument read)
    {
        var inText = InText(read).Pictures;
        var isWhole = inText.All(picture => _pictures.ContainsKey(picture.File));
        return [.. Named(read).Where(picture => _pictures.ContainsKey(picture.File) && (isWhole || !inText.Contains(picture)))];
    }

    private static ImmutableArray<ItemPicture> Named(ReadDocument read) =>
    [
        .. PictureFields.Read(new FieldReader(read.Front ?? new(new(""), []), []), "", isNeeded: false, InText(read).Pictures)
            .DistinctBy(picture => picture.File, StringComparer.OrdinalIgnoreCase),
    ];

    private static PicturesInText InText(ReadDocument read) => PicturesInText.Read(read.Body, new("", 1), []);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
