using System.Text;
using Dissemination.Simulators.Telegram;
using Dissemination.Tests.Intake;
using Dissemination.Tests.Reviewing;
using Dissemination.Translation.Exchange;

namespace Dissemination.Tests.Flow;

/// <summary>
/// Makes inputs that are nearly right: good ones with something cut out, doubled, moved, put in or grown beyond all measure. The same seed
/// makes the same.
/// </summary>
/// <param name="seed">Another makes other inputs.</param>
internal sealed class MalformedInputs(int seed)
{
    /// <summary>Of so many inputs one is of a size that nobody would write.</summary>
    private const int OneOfThemIsHuge = 12;

    private const int HugeBytes = 400_000;

    private static readonly string[] Strange =
    [
        "\0", "\uFEFF", "\u200B", "\u202E", "\u0301", "\uD83D\uDE00", "\uFFFF", "\t", "\r", "\n", "\n\n---\n", "\"", "'", ",", ";", "|",
        "{", "}", "[", "]", "[a](", "![",
        "<", ">", "</", "<!--", "]]>", "<?xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>", "&b;", "&#0;", "&#x110000;",
        "*", "**", "__", "`", "- ", "> ",
        "#", ":", ": ", "&a", "*a", "!!binary ", "~", "null", "true", "-1", "1e309", "9999999999999999999", "0001-01-01",
        "9999-12-31 23:59", "../", "\\u0000", "\\ud800",
        "=1+1", "@", "{0}", "%s", "blt-Tavt", "xx", "vi",
    ];

    private readonly Random _random = new(seed);

    /// <summary>Whole texts of each kind that are taken as they are.</summary>
    private static readonly string Sheet =
        ContentText.SheetHeader + "\nkhau-hieu-1,slogan,Bà con trồng rừng.,Ban Tuyên giáo (mẫu),,,ꪜꪱ,,,\n"
        + "loi-2,quote,Giữ rừng là giữ nước.,Ban Tuyên giáo (mẫu),Ông A,true,,,,\n";

    private const string Glossary = "language,source,target,rule,note\nblt-Tavt,cà phê,ꪀꪱ,locked,ghi chú\nblt-Tavt,bản,ꪜꪱ,preferred,\n";

    private const string Tmx = """
        <?xml version="1.0" encoding="UTF-8"?><tmx version="1.4"><header creationtool="x" creationtoolversion="1"
          segtype="sentence" o-tmf="x" adminlang="vi" srclang="vi" datatype="plaintext"/>
        <body><tu><tuv xml:lang="vi"><seg>Bản nào cũng họp.</seg></tuv>
        <tuv xml:lang="blt-Tavt"><seg>ꪜꪱ <bpt i="1">a</bpt>ꪀꪱ<ept i="1">b</ept></seg></tuv></tu></body></tmx>
        """;

    private const string Spelling = "kind,rpa,chv,confidence,source\ninitial,p,p,sure,mẫu\nrhyme,a,a,sure,mẫu\ntone,-,-,sure,mẫu\n";

    /// <summary>A file of an item, with a path that no other has.</summary>
    public (string Path, byte[] Bytes) File(int number)
    {
        var (path, text) = (number % 6) switch
        {
            0 or 1 => ($"items/bai-{number}.md", SampleFiles.Article(
                $"Bài {number}", frontMatter: "communes: [bung-lao]\npublishAt: 2027-01-01 07:30")),
            2 => ($"items/bai-{number}.blt-Tavt.md", "---\ntitle: ꪜꪱ\n---\nꪀꪱ **ꪜꪱ**.\n"),
            3 => ($"items/khau-hieu-{number}.csv", Sheet.Replace("khau-hieu-1", $"khau-hieu-{number}", StringComparison.Ordinal)
                .Replace("loi-2", $"loi-{number}", StringComparison.Ordinal)),
            4 => ($"resolutions/nghi-quyet-{number}.yaml", ContentText.Resolution.Replace(
                "dien-bien-2025-2030", $"nghi-quyet-{number}", StringComparison.Ordinal)),
            _ => Other(number),
        };
        return (path, Bytes(text));
    }

    public byte[] Xliff(byte[] good) => Bytes(Encoding.UTF8.GetString(good));

    public byte[] GlossaryFile() => Bytes(Glossary);

    public byte[] Tbx() => Bytes(Encoding.UTF8.GetString(GlossaryTbx.Write(
        [new(new("blt-Tavt"), "cà phê", "ꪀꪱ", Dissemination.Translation.Glossary.TermRule.Preferred, "ghi chú")]).Span));

    public byte[] Memory() => Bytes(Tmx);

    public byte[] Draft() => Bytes("""{"title":"ꪜꪱ","summary":null,"body":"ꪀꪱ **ꪜꪱ**\n\n- ꪀꪱ","pictures":null}""");

    public byte[] Segments() => Bytes("""{"segments":{"0":"ꪜꪱ","1":"ꪀꪱ","2":null}}""");

    public byte[] Comment() => Bytes("""{"text":"Xem lại câu này.","segment":1}""");

    public byte[] Update() => Bytes(TelegramUpdates.Write(ReviewerHouse.Reviewer, "Câu này sai."));

    private static (string Path, string Text) Other(int number) => (number % 3) switch
    {
        0 => ($"glossary/{Language(number)}.csv", Glossary.Replace("blt-Tavt", Language(number), StringComparison.Ordinal)),
        1 => ($"memory/{Language(number)}.tmx", Tmx.Replace("blt-Tavt", Language(number), StringComparison.Ordinal)),
        _ => ("spelling/mong-rpa-chv.csv", Spelling),
    };

    private static string Language(int number) => number % 2 == 0 ? "blt-Tavt" : "twh-Tavt";

    private byte[] Bytes(string good)
    {
        var text = new StringBuilder(good);
        for (var changes = _random.Next(1, 5); changes > 0 && text.Length > 1; changes--)
        {
            Change(text);
        }

        if (_random.Next(OneOfThemIsHuge) == 0)
        {
            var piece = _random.Next(2) == 0 ? Pick() : text.ToString(0, Math.Min(text.Length, _random.Next(1, 80)));
            text.Insert(_random.Next(text.Length), string.Concat(Enumerable.Repeat(piece, HugeBytes / Math.Max(1, piece.Length * 2))));
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        if (_random.Next(6) == 0)
        {
            bytes[_random.Next(bytes.Length)] = (byte)_random.Next(256);
        }

        return bytes;
    }

    private void Change(StringBuilder text)
    {
        var (at, length) = (_random.Next(text.Length), _random.Next(1, 30));
        length = Math.Min(length, text.Length - at);
        switch (_random.Next(6))
        {
            case 0:
                text.Remove(at, length);
                break;
            case 1:
                text.Insert(at, text.ToString(at, length));
                break;
            case 2:
                var moved = text.ToString(at, length);
                text.Remove(at, length).Insert(_random.Next(text.Length + 1), moved);
                break;
            case 3:
                text.Length = at;
                break;
            case 4:
                text.Insert(at, string.Concat(Enumerable.Repeat(Pick(), _random.Next(1, 200))));
                break;
            default:
                text.Insert(at, Pick());
                break;
        }
    }

    private string Pick() => Strange[_random.Next(Strange.Length)];
}
