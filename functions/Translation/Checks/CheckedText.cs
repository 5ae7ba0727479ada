using System.Collections.Frozen;
using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Translation.Glossary;
using Dissemination.Translation.Segments;

namespace Dissemination.Translation.Checks;

/// <summary>A translation with its original, taken apart once for all checks.</summary>
internal sealed class CheckedText
{
    public CheckedText(Language language, ItemKind kind, VersionText source, VersionText target, IReadOnlyList<GlossaryTerm> glossary)
    {
        (Language, Glossary) = (language, [.. glossary.Where(term => term.Language == language.Tag)]);
        // The words of slogans and quotes are plain; only articles and the words of posters are Markdown.
        IsMarkdown = kind is ItemKind.Article or ItemKind.Poster;
        Parts =
        [
            new(TextPart.Title, source.Title ?? "", target.Title ?? ""),
            new(TextPart.Summary, source.Summary ?? "", target.Summary ?? ""),
            new(TextPart.Body, source.Body, target.Body),
        ];
        PictureWords = (source.Pictures, target.Pictures);
        if (target.Pictures is { } words)
        {
            Parts = Parts.Add(new(TextPart.Pictures, source.Pictures ?? "", words));
        }

        SourceWords = Parts.SelectMany(part => part.Source.Words).Select(word => word.Folded).ToFrozenSet(StringComparer.Ordinal);
        SourceLines = Parts.SelectMany(part => part.Source.Lines).Select(line => line.Key).ToFrozenSet(StringComparer.Ordinal);
    }

    public Language Language { get; }

    public bool IsTaiViet => Language.Script is LanguageScript.TaiViet;

    public bool IsMarkdown { get; }

    /// <summary>The words of the pictures of the original and of the translation.</summary>
    public (string? Original, string? Translated) PictureWords { get; }

    /// <summary>Title, summary and body, empty where there is none; and the words of pictures where they are translated.</summary>
    public ImmutableArray<CheckedPart> Parts { get; }

    /// <summary>The terms of this language.</summary>
    public ImmutableArray<GlossaryTerm> Glossary { get; }

    /// <summary>The original's words, folded: what a translation has in common with it are names and loan words.</summary>
    public FrozenSet<string> SourceWords { get; }

    /// <summary>The original's lines by their words.</summary>
    public FrozenSet<string> SourceLines { get; }
}
