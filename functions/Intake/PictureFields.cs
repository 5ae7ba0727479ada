using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Problems;

namespace Dissemination.Intake;

/// <summary>The pictures that an article or a row of a sheet names: one by itself, or a list of several.</summary>
internal static class PictureFields
{
    private const string One = "picture";
    private const string Several = "pictures";
    private const string Alt = "pictureAlt";
    private const string Caption = "pictureCaption";
    private const string Words = "pictureWords";

    /// <param name="inText">Those that stand in its text; they follow the others.</param>
    public static ImmutableArray<ItemPicture> Read(FieldReader fields, string file, bool isNeeded, IReadOnlyList<ItemPicture> inText)
    {
        List<ItemPicture> pictures = [];
        if (fields.Text(One) is not null)
        {
            pictures.Add(Picture(fields, One, Alt, file) with { Caption = Line(fields, Caption), Words = Line(fields, Words) });
        }
        else
        {
            // Asked for all the same: they are no unknown keys.
            _ = (Line(fields, Alt), Line(fields, Caption), Line(fields, Words));
        }

        foreach (var group in fields.Groups(Several))
        {
            pictures.Add(Picture(group, "file", "alt", file) with { Caption = Line(group, "caption"), Words = Line(group, "words") });
            group.Close();
        }

        pictures.AddRange(inText);
        if (pictures.Count == 0 && isNeeded)
        {
            fields.Required(One);
        }

        var place = fields.PlaceOf(Several);
        if (pictures.Count > Limits.Pictures)
        {
            fields.Report(nameof(ProblemTexts.TooManyPictures), place, $"{pictures.Count}", $"{Limits.Pictures}");
        }

        foreach (var twice in pictures.GroupBy(picture => picture.File, StringComparer.Ordinal).Where(same => same.Skip(1).Any()))
        {
            fields.Report(nameof(ProblemTexts.ListedTwice), place, FileName(twice.Key));
        }

        return [.. pictures];
    }

    /// <summary>Where they are named.</summary>
    public static Place PlaceOf(FieldReader fields) => fields.PlaceOf(fields.Has(Several) ? Several : One);

    /// <summary>The words of pictures that are named in fields, and where.</summary>
    public static IEnumerable<WrittenText> Written(IEnumerable<ItemPicture> pictures, FieldReader fields) =>
        from named in pictures.Index()
        let isOne = named.Index == 0 && fields.Has(One)
        from part in new[] { (Alt, named.Item.Alt), (Caption, named.Item.Caption), (Words, named.Item.Words) }
        where !string.IsNullOrEmpty(part.Item2)
        select new WrittenText(part.Item2, fields.PlaceOf(isOne ? part.Item1 : Several), IsRow: true);

    /// <summary>The path of a picture that is named beside a file; null where the name is none of a picture there.</summary>
    public static string? PathBeside(string file, string name)
    {
        var path = string.Concat(file.AsSpan(0, file.LastIndexOf('/') + 1), HandedInFile.Normal(name));
        return name.Contains('/', StringComparison.Ordinal) || HandedInFile.KindOf(name) is not FileKind.Picture
            || !HandedInFile.Check(path).IsEmpty ? null : path;
    }

    /// <summary>The name of a file without its folder.</summary>
    public static string FileName(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static ItemPicture Picture(FieldReader fields, string name, string alt, string file)
    {
        var picture = fields.Required(name);
        var path = PathBeside(file, picture);
        if (path is null && picture.Length > 0)
        {
            fields.Report(nameof(ProblemTexts.PictureNotBeside), fields.PlaceOf(name), picture);
        }

        return new(path ?? picture, ItemFields.Line(fields, alt, fields.Required(alt)));
    }

    private static string? Line(FieldReader fields, string name) => ItemFields.Line(fields, name, fields.Text(name));
}
