using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Problems;

namespace Dissemination.Intake;

/// <summary>The paths of what is handed in.</summary>
internal static class HandedInFile
{
    private const string ResolutionFolder = "resolutions/";

    private const string GlossaryFolder = "glossary/";

    private const string MemoryFolder = "memory/";

    private const string SpellingFolder = "spelling/";

    /// <summary>A path goes into keys and into messages to people.</summary>
    private const int MostPathLength = 200;

    public static FileKind? KindOf(string path) => Extension(path) switch
    {
        ".yaml" when path.StartsWith(ResolutionFolder, StringComparison.Ordinal) => FileKind.Resolution,
        ".md" => Stem(path).Contains('.', StringComparison.Ordinal) ? FileKind.Translation : FileKind.Article,
        ".csv" or ".tbx" when path.StartsWith(GlossaryFolder, StringComparison.Ordinal) => FileKind.Glossary,
        ".tmx" when path.StartsWith(MemoryFolder, StringComparison.Ordinal) => FileKind.Memory,
        ".csv" when path.StartsWith(SpellingFolder, StringComparison.Ordinal) => FileKind.Spelling,
        ".csv" => FileKind.Sheet,
        ".png" or ".jpg" or ".jpeg" or ".webp" or ".gif" => FileKind.Picture,
        _ => null,
    };

    /// <summary>Why a path is not taken, if it is not. A picture is kept by its name, and no key of storage holds an emoji.</summary>
    public static ImmutableArray<Problem> Check(string path)
    {
        var place = new Place(path);
        if (path.Length > MostPathLength
            || path.Any(character => char.IsControl(character) || character is '\\' or '#' or '?' or '|' or '%' or >= '\uFFFD')
            || (KindOf(path) is FileKind.Picture && path.Any(char.IsSurrogate)))
        {
            return [new(nameof(ProblemTexts.PathRefused), place)];
        }

        if (path.StartsWith("directory/", StringComparison.Ordinal) && Extension(path) == ".csv")
        {
            return [new(nameof(ProblemTexts.DirectoryFileInContent), place)];
        }

        return KindOf(path) is null ? [new(nameof(ProblemTexts.FileKindUnknown), place)] : [];
    }

    /// <summary>The file name without its folder and extension.</summary>
    public static string Stem(string path) => Path.GetFileNameWithoutExtension(path);

    public static string Extension(string path) => Path.GetExtension(path).ToLowerInvariant();

    /// <summary>The path as keys and references have it: some systems write letters and their marks apart.</summary>
    public static string Normal(string path) => ComposedText.Of(path);

    public static string ResolutionFile(string id) => $"{ResolutionFolder}{id}.yaml";

    /// <summary>The id that a file's name gives it, or null where the name is no id (reported).</summary>
    public static ItemId? ItemOf(string path, string name, List<Problem> problems)
    {
        if (Slug.IsValid(name))
        {
            return new(name);
        }

        problems.Add(new(nameof(ProblemTexts.FileNameIsNoId), new(path), name));
        return null;
    }
}
