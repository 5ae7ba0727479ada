using System.Collections.Immutable;
using Dissemination.Content;
using Dissemination.Directory;
using Dissemination.Intake;
using Dissemination.Intake.Documents;
using Dissemination.Intake.Drafts;
using Dissemination.Problems;
using Dissemination.Tests.Intake.Documents;
using FsCheck.Xunit;

namespace Dissemination.Tests.Intake.Drafts;

public sealed class DraftDecisionsTests
{
    private static readonly Resolution Resolution = new(
        "nq", "Nghị quyết", new(2025, 10, 16), 22, 10, 3,
        [
            new("macadamia", TopicKind.Target, "Diện tích mắc ca đến năm 2030", "40.000 ha"),
            new("coffee", TopicKind.Target, "Diện tích cà phê đến năm 2030", "20.000 ha"),
            new("poverty", TopicKind.Target, "Tỷ lệ nghèo giảm bình quân mỗi năm", "3%"),
        ]);

    private static readonly KnownReferences Known = new(
        new([new(CommuneId.Parse("bung-lao", null), "Búng Lao", CommuneKind.Commune, [], ReleasePolicy.Automatic)], [], []),
        ImmutableDictionary<string, Resolution>.Empty.Add("nq", Resolution),
        new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Topics_are_proposed_by_the_words_that_are_theirs_alone() =>
        Assert.Equal(["macadamia"], TopicProposals.Of("Đến năm 2030, trồng mắc ca trên diện tích 40.000 ha", Resolution));

    [Theory]
    [InlineData("Trồng mắc ca: hỏi kỹ, trồng đúng!", "trong-mac-ca-hoi-ky-trong-dung")]
    [InlineData("Đường đến xã Búng Lao", "duong-den-xa-bung-lao")]
    [InlineData("…", "")]
    public void An_id_is_proposed_out_of_the_title(string title, string id) => Assert.Equal(id, IdProposal.Of(title));

    [Property(MaxTest = 200)]
    public bool An_id_that_is_proposed_is_one_or_none(string? title) =>
        IdProposal.Of(title ?? "") is var id && (id.Length == 0 || Slug.IsValid(id));

    [Fact]
    public void All_that_stands_before_a_text_fills_the_form_without_its_remarks()
    {
        var item = DraftBeginning.Of(
            Dropped("""
                ---
                title: Trồng mắc ca
                kind: article # không có ảnh
                publishAt: 2026-12-01 07:00 # sau cuộc họp
                overflow: Split # dài
                untranslated: vietnamese # chưa kịp dịch
                airing: urgent
                ---
                Bà con trồng mắc ca.
                """),
            "trong-mac-ca",
            Known,
            issuer: "");

        Assert.Equal(
            ("article", "2026-12-01 07:00", "split", "vietnamese", "urgent"),
            (item.Kind, item.PublishAt, item.Overflow, item.Untranslated, item.Airing));
    }

    [Fact]
    public void What_says_nothing_of_it_begins_with_the_issuer_the_communes_and_the_days_of_its_campaign()
    {
        var known = Known with
        {
            Resolutions = Known.Resolutions.SetItem("nq", Resolution with
            {
                Issuer = "Ban Tuyên giáo (mẫu)",
                Communes = [new("bung-lao"), new("khong-con")],
                Begins = new(2026, 12, 1),
                Ends = new(2026, 12, 31),
            }),
        };
        ReadDocument read = new("Trồng mắc ca", null, "Bà con trồng mắc ca.", [], []);

        var item = DraftBeginning.Of(read, "a", known, "Cơ quan khác");
        Assert.Equal(
            ("Ban Tuyên giáo (mẫu)", "bung-lao", "01/12/2026 07:00", "31/12/2026"),
            (item.Issuer, string.Join(';', item.Communes), item.PublishAt, item.ExpiresAt));

        var begun = DraftBeginning.Of(read, "a", known with { Now = new(2027, 1, 5, 0, 0, 0, TimeSpan.Zero) }, "Cơ quan khác");
        Assert.Equal(("", ""), (begun.PublishAt, begun.ExpiresAt));

        var written = DraftBeginning.Of(Dropped("---\ntitle: Một\nissuer: Cơ quan khác\n---\nBàn."), "mot", known, issuer: "");
        Assert.Equal(("Cơ quan khác", "", ""), (written.Issuer, string.Join(';', written.Communes), written.ExpiresAt));

        var sheet = SheetBeginning.Of(new("", [["Nội dung", "Hết hạn"], ["Giữ rừng", "05/12/2026"]], []), "a.csv", known, "Cơ quan khác").Value!;
        Assert.Equal(
            ("Ban Tuyên giáo (mẫu)", "xã Búng Lao", "01/12/2026 07:00", "05/12/2026"),
            (sheet.Issuer, Cell("communes"), Cell("publishAt"), Cell("expiresAt")));

        string Cell(string field) => sheet.Rows[0][sheet.IndexOf(field)];
    }

    [Fact]
    public void What_stands_before_a_text_and_has_no_field_is_told()
    {
        var lost = DraftBeginning.Lost(
            Dropped("---\ntitle: Một\nexpriesAt: 2026-12-01\nsample: yes\napproval:\n  so: 12\npicture: a.png\ntopics: [a, a]\n---\nBàn."));

        Assert.Equal(
            [("KeyUnknown", "expriesAt"), ("NotAChoice", "sample"), ("KeyUnknown", "approval.so")],
            lost.OrderBy(problem => problem.Place!.Line).Select(problem => (problem.Code, problem.Place!.Field!)));
    }

    [Fact]
    public void A_line_of_strokes_is_no_front_of_a_text() =>
        Assert.StartsWith("-----", Dropped("-----\nThông báo của xã.\n-----\n").Body, StringComparison.Ordinal);

    [Fact]
    public void What_is_missing_is_asked_for_beside_its_field()
    {
        var found = DraftCheck.Check(new() { Id = "a", Pictures = [new("1.png", "")] }, Known);

        Assert.Equal(
            ["body", "issuer", "pictures", "title"], found.Problems.Select(problem => problem.Place!.Field).Distinct().Order(StringComparer.Ordinal));
    }

    [Property(MaxTest = 200)]
    public bool What_was_typed_comes_through_the_file_as_it_was(string? title, string? issuer)
    {
        var item = new DraftItem { Id = "a", Title = Typed(title), Issuer = Typed(issuer), Body = "Đồng bào Điện Biên trồng mắc ca." };
        var read = ArticleReader.Read("items/a.md", DraftItemFile.Of(item).Bytes.Span, Known);
        return !read.IsValid
            || (read.Value.Items[0].Content.Text.Title == item.Title.Normalize() && read.Value.Items[0].Content.Issuer == item.Issuer.Normalize());
    }

    [Fact]
    public void Rows_of_a_sheet_are_known_by_Vietnamese_heads_and_each_problem_lies_in_its_cell()
    {
        var read = WorkbookReader.Read(new WorkbookFile(
            WorkbookFile.Row(1, "DANH SÁCH KHẨU HIỆU")
            + WorkbookFile.Row(3, "STT", "Nội dung", "Lời của", "Xã, phường", "Đăng lúc")
            + WorkbookFile.Row(4, "1", "Cả tỉnh trồng mắc ca", "", "Búng Lao", "02/12/2026 07:00")
            + WorkbookFile.Row(5, "2", "Giữ rừng là giữ nước", "Bí thư (mẫu)", "xã Búng Lao", "05/29/2026")
            + WorkbookFile.Row(6, "3", "Không rõ ở đâu", "", "Nơi Khác", "")).ToDropped());
        var draft = DraftOf(read.Value!);
        var found = SheetCheck.Check(draft, Known);

        Assert.Empty(found.General);
        Assert.Equal([(1, "publishAt"), (2, "communes")], found.Rows.SelectMany(row => row.Select(problem => (row.Key, problem.Place!.Field!))));
        var items = ItemSheetReader.Read("items/a.csv", DraftSheetFile.Of(draft, [0], Known).Bytes.Span, Known).Value!.Items;
        var item = Assert.Single(items).Content;
        Assert.Equal(("ca-tinh-trong-mac-ca", ItemKind.Slogan, "bung-lao", "macadamia"), (item.Id.Value, item.Kind, item.Communes[0].Value, item.Topics[0]));
    }

    [Theory]
    [InlineData("toàn tỉnh", null)]
    [InlineData("Tất cả; toàn tỉnh", null)]
    [InlineData("toàn tỉnh; Búng Lao", "toàn tỉnh")]
    public void The_whole_province_beside_a_commune_is_asked_about_and_never_narrowed_in_silence(string written, string? asked)
    {
        var draft = DraftOf(new("", [["Nội dung", "Xã, phường"], ["Cả tỉnh trồng mắc ca", written]], []));

        Assert.Equal(asked, SheetCheck.Check(draft, Known).Rows[0].Select(problem => problem.Arguments[0]).SingleOrDefault());
    }

    [Theory]
    [InlineData("bung-lao", "xã Búng Lao", "value", "Nông, lâm nghiệp")]
    [InlineData("bung-lao;lay-phuong", "xã Búng Lao; phường Mường Lay", "macadamia;value", "Diện tích mắc ca đến năm 2030; Nông, lâm nghiệp")]
    [InlineData("hai-ten-1", "hai-ten-1", "khong-con", "khong-con")]
    public void Communes_and_topics_stand_in_a_sheet_by_their_names_which_lead_back_to_them(
        string communes, string named, string topics, string spoken)
    {
        var known = Known with
        {
            Directory = new(
                [
                    .. Known.Directory.Communes, Of("lay-xa", "Mường Lay", CommuneKind.Commune), Of("lay-phuong", "Mường Lay", CommuneKind.Ward),
                    Of("hai-ten-1", "Hai Tên", CommuneKind.Ward), Of("hai-ten-2", "Hai Tên", CommuneKind.Ward),
                ],
                [],
                []),
            Resolutions = Known.Resolutions.SetItem(
                "nq", Resolution with { Topics = Resolution.Topics.Add(new("value", TopicKind.Target, "Nông, lâm nghiệp", null)) }),
        };
        var content = new ItemContent
        {
            Id = new("loi"),
            Kind = ItemKind.Slogan,
            Text = new(null, null, "Giữ rừng là giữ nước"),
            Issuer = "Ban Tuyên giáo (mẫu)",
            Resolution = "nq",
            Topics = [.. topics.Split(';')],
            Communes = [.. communes.Split(';').Select(id => new CommuneId(id))],
        };

        var sheet = CorrectionForm.OfRow(content, Untranslated.Wait, "items/loi.csv", known);
        var file = DraftSheetFile.Of(DraftOf(new("", [["Nội dung"], ["Lời"]], [])) with { Sheet = sheet }, [0], known);

        Assert.Equal((named, spoken), (sheet.Rows[0][sheet.IndexOf("communes")], sheet.Rows[0][sheet.IndexOf("topics")]));
        Assert.Contains($"\"{communes}\"", file.Text, StringComparison.Ordinal);
        Assert.Contains($"\"{topics}\"", file.Text, StringComparison.Ordinal);

        static Commune Of(string id, string name, CommuneKind kind) => new(new(id), name, kind, [], ReleasePolicy.Automatic);
    }

    private static Draft DraftOf(ReadSheet read) => new()
    {
        Id = DraftId.Parse("0000000000000000001-0123456789ab", null),
        File = "bảng.xlsx",
        By = new("a"),
        SavedBy = new("a"),
        At = Known.Now,
        SavedAt = Known.Now,
        Sheet = SheetBeginning.WithIds(
            SheetBeginning.Of(read, "bảng.xlsx", Known, "Ban Tuyên giáo (mẫu)").Value!, new HashSet<string>()),
    };

    /// <summary>Somebody who writes slogans one below the other writes no head above them.</summary>
    [Theory]
    [InlineData(false, "Giữ rừng là giữ nước", "Cả tỉnh trồng mắc ca")]
    [InlineData(true, "Giữ rừng là giữ nước", "Cả tỉnh trồng mắc ca")]
    [InlineData(false, "Giữ rừng là giữ nước")]
    public void Rows_without_heads_are_all_taken(bool isCounted, params string[] slogans)
    {
        var sheet = SheetBeginning.Of(new("", [.. slogans.Select(Row)], []), "bảng.xlsx", Known, issuer: "").Value!;

        Assert.Equal(slogans, sheet.Rows.Select(row => row[sheet.IndexOf("text")]));

        ImmutableArray<string> Row(string words, int at) => isCounted ? [$"{at + 1}", words] : [words];
    }

    [Fact]
    public void Rows_in_an_old_font_are_converted_on_consent_with_their_ids_and_what_was_written_since_stays()
    {
        const string Old = "Cả tỉnh trồng m¾c ca";
        var read = new ReadSheet(
            "", [["Néi dung", "§¬n vÞ"], [Old, "Ban (mẫu)"], ["Gi÷ rõng lµ gi÷ n\u00ADíc", "Ban (mẫu)"]], [])
        {
            Meant = ImmutableDictionary<string, string>.Empty.Add(Old, "Cả tỉnh trồng mắc ca")
                .Add("Néi dung", "Nội dung").Add("§¬n vÞ", "Đơn vị"),
        };

        var sheet = DraftOf(read).Sheet!;
        Assert.Equal([Old, "Gi÷ rõng lµ gi÷ n\u00ADíc"], sheet.Rows.Select(row => row[sheet.IndexOf("text")]));
        Assert.Equal("Giữ rừng là giữ nước", sheet.Legacy[1].Unicode);

        var rows = sheet.Rows.Add(["Mỗi nhà một vườn", "Ban (mẫu)", "moi-nha", ""]);
        var converted = SheetBeginning.InUnicode(sheet with { Rows = rows }, Resolution);

        Assert.Equal(
            ["Cả tỉnh trồng mắc ca", "Giữ rừng là giữ nước", "Mỗi nhà một vườn"], converted.Rows.Select(row => row[sheet.IndexOf("text")]));
        Assert.Equal(["", "", "moi-nha"], converted.Rows.Select(row => row[sheet.IndexOf("id")]));
        Assert.Equal("Diện tích mắc ca đến năm 2030", converted.Rows[0][sheet.IndexOf("topics")]);
        Assert.Empty(converted.Legacy);
    }

    [Fact]
    public void Rows_above_the_heads_are_told_unless_they_are_a_title()
    {
        var read = new ReadSheet(
            "", [["DANH SÁCH KHẨU HIỆU"], ["1", "Giữ rừng là giữ nước"], ["STT", "Nội dung"], ["2", "Cả tỉnh trồng mắc ca"]], []);

        var told = Assert.Single(SheetBeginning.Above(read, "bảng.xlsx"));

        Assert.Equal((nameof(ProblemTexts.SheetRowsAbove), "1"), (told.Code, told.Arguments[0]));
        Assert.Empty(SheetBeginning.Above(read with { Rows = read.Rows.RemoveAt(1) }, "bảng.xlsx"));
    }

    [Fact]
    public void Rows_that_begin_alike_get_following_numbers_behind_those_of_items_that_are_there()
    {
        ImmutableArray<DraftColumn> columns = [new("", "text"), new("", "id")];
        const string Words = "Cả tỉnh cùng nhau trồng rừng và giữ";
        var sheet = new DraftSheet(columns, [[$"{Words} nước", ""], [$"{Words} đất", ""], ["Khác", "ca-tinh-cung-nhau-trong-rung-va-giu-3"]]);

        var named = SheetBeginning.WithIds(sheet, new HashSet<string>(StringComparer.Ordinal) { "ca-tinh-cung-nhau-trong-rung-va-giu" });

        Assert.Equal(
            ["ca-tinh-cung-nhau-trong-rung-va-giu-2", "ca-tinh-cung-nhau-trong-rung-va-giu-4", "ca-tinh-cung-nhau-trong-rung-va-giu-3"],
            named.Rows.Select(row => row[1]));
    }

    private static ReadDocument Dropped(string text) => MarkdownReader.Read(new("trong-mac-ca.md", Package.Utf8(text))).Value!;

    private static string Typed(string? text) =>
        Invisible.Trim(string.Concat((text ?? "").ReplaceLineEndings(" ").Where(letter => !char.IsControl(letter))));
}
