using System.Globalization;
using System.Text;
using Dissemination.Content;

namespace Dissemination.Intake.Drafts;

/// <summary>A draft as the file that intake takes: front matter and Markdown. A pure function.</summary>
/// <param name="BodyLine">The line on which the text begins.</param>
internal sealed record DraftItemFile(string Path, string Text, int BodyLine)
{
    public static DraftItemFile Of(DraftItem item)
    {
        var front = new StringBuilder("---\n");
        Put(front, "title", item.Title);
        Put(front, "summary", item.Summary);
        Put(front, "kind", item.Kind);
        Put(front, "issuer", item.Issuer);
        Put(front, "resolution", item.Resolution);
        Put(front, "topics", item.Topics);
        Put(front, "communes", item.Communes);
        Put(front, "publishAt", item.PublishAt);
        Put(front, "expiresAt", item.ExpiresAt);
        Put(front, "overflow", item.Overflow);
        Put(front, "untranslated", item.Untranslated == "wait" ? "" : item.Untranslated);
        Put(front, "airing", item.Airing == "ordinary" ? "" : item.Airing);
        if (item.Sample)
        {
            front.Append("sample: true\n");
        }

        Pictures(front, item);
        Approval(front, item);
        front.Append("---\n");
        var line = front.ToString().Count('\n') + 1;
        return new($"items/{item.Id}.md", front + item.Body.ReplaceLineEndings("\n").Trim('\n') + "\n", line);
    }

    public ReadOnlyMemory<byte> Bytes => Encoding.UTF8.GetBytes(Text);

    /// <summary>The file of a picture: the one that was handed in already, or else beside the item, by its number.</summary>
    public static string PictureOf(DraftItem item, int number)
    {
        if (!item.Pictures[number].IsNew)
        {
            return item.Pictures[number].File;
        }

        // Of those that stay some may have that number already.
        var extension = System.IO.Path.GetExtension(item.Pictures[number].Shown);
        for (var free = number + 1; ; free += Limits.Pictures)
        {
            var file = string.Create(CultureInfo.InvariantCulture, $"{item.Id}-{free}{extension}");
            if (item.Pictures.All(picture => picture.File != file))
            {
                return file;
            }
        }
    }

    private static void Pictures(StringBuilder front, DraftItem item)
    {
        if (!item.Pictures.IsEmpty)
        {
            front.Append("pictures:\n");
        }

        for (var number = 0; number < item.Pictures.Length; number++)
        {
            var picture = item.Pictures[number];
            front.Append("  - ");
            Put(front, "file", PictureOf(item, number));
            Put(front, "    alt", picture.Alt, evenEmpty: true);
            Put(front, "    caption", picture.Caption);
            Put(front, "    words", picture.Words);
        }
    }

    private static void Approval(StringBuilder front, DraftItem item)
    {
        if ((item.ApprovalDocument + item.ApprovalDate + item.ApprovalBy).Trim().Length == 0)
        {
            return;
        }

        front.Append("approval:\n");
        Put(front, "  document", item.ApprovalDocument);
        Put(front, "  date", item.ApprovalDate);
        Put(front, "  by", item.ApprovalBy);
    }

    private static void Put(StringBuilder front, string name, IReadOnlyCollection<string> values)
    {
        if (values.Count > 0)
        {
            front.Append(name).Append(": [").AppendJoin(", ", values.Select(Quoted)).Append("]\n");
        }
    }

    private static void Put(StringBuilder front, string name, string value, bool evenEmpty = false)
    {
        if (evenEmpty || !string.IsNullOrWhiteSpace(value))
        {
            front.Append(name).Append(": ").Append(Quoted(value.Trim())).Append('\n');
        }
    }

    /// <summary>On one line, whatever was typed.</summary>
    private static string Quoted(string value)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in value)
        {
            _ = letter switch
            {
                '"' or '\\' => quoted.Append('\\').Append(letter),
                _ when char.IsControl(letter) || letter is '\u2028' or '\u2029' => quoted.Append(' '),
                _ => quoted.Append(letter),
            };
        }

        return quoted.Append('"').ToString();
    }
}
