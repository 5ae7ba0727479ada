using Dissemination.Content;
using Dissemination.Deliveries;
using Dissemination.Problems;
using Dissemination.Translation;
using ETag = Azure.ETag;

namespace Dissemination.Tests.Flow;

/// <summary>Three communes that speak Thái: two post at once, one confirms.</summary>
public sealed class TwoDialects : Rooms
{
    public const long BungLao = -1001;
    public const long MuongAng = -1002;
    public const long NaTau = -1003;

    private const string Communes = """
        id,name,kind,languages,release
        bung-lao,Búng Lao,commune,blt-Tavt,automatic
        muong-ang,Mường Ảng,commune,blt-Tavt,automatic
        na-tau,Nà Tấu,commune,blt-Tavt,confirm
        """;

    private const string Destinations = """
        commune,id,channel,name,address,credential,languages
        bung-lao,telegram,telegram,Kênh Telegram xã Búng Lao,-1001,telegram_tinh,blt-Tavt
        bung-lao,trang-tin,website,Trang tin xã Búng Lao,,,blt-Tavt
        bung-lao,loa,loudspeaker,Loa truyền thanh xã Búng Lao,,,blt-Tavt
        muong-ang,telegram,telegram,Kênh Telegram xã Mường Ảng,-1002,telegram_tinh,blt-Tavt
        na-tau,telegram,telegram,Kênh Telegram xã Nà Tấu,-1003,telegram_tinh,blt-Tavt
        """;

    private const string People = """
        id,name,roles,commune,languages
        can-bo,Cán bộ tuyên giáo,staff,,
        lanh-dao,Lãnh đạo ban,approver,,
        bung-lao-1,Cán bộ truyền thông xã Búng Lao,communicator,bung-lao,vi;blt-Tavt
        bung-lao-2,Cán bộ văn hoá xã Búng Lao,communicator,bung-lao,vi;blt-Tavt
        muong-ang-1,Cán bộ truyền thông xã Mường Ảng,communicator,muong-ang,vi;blt-Tavt
        muong-ang-2,Cán bộ văn hoá xã Mường Ảng,communicator,muong-ang,vi;blt-Tavt
        na-tau-1,Cán bộ truyền thông xã Nà Tấu,communicator,na-tau,vi;blt-Tavt
        na-tau-2,Cán bộ văn hoá xã Nà Tấu,communicator,na-tau,vi;blt-Tavt
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private TranslationService Translations => Get<TranslationService>();

    /// <summary>Writes a text and has another person of the commune approve it.</summary>
    internal async Task TranslateAsync(string text, string body, string commune = "muong-ang")
    {
        await DraftAsync(text, body, $"{commune}-1");
        await ApproveAsync(text, $"{commune}-1", $"{commune}-2");
    }

    internal async Task DraftAsync(string text, string body, string by) =>
        Assert.Null(
            (await Translations.DraftAsync(
                TextId.Parse(text, null), new("ꪹꪣꪉ", null, body), await PersonAsync(by), ETag.All, Cancellation)).Problem);

    /// <summary>One submits, and another approves.</summary>
    internal async Task ApproveAsync(string text, string submitter, string reviewer)
    {
        var id = TextId.Parse(text, null);
        Assert.Null((await Translations.SubmitAsync(id, await PersonAsync(submitter), ETag.All, Cancellation)).Problem);
        Assert.Null((await Translations.ApproveAsync(id, await PersonAsync(reviewer), ETag.All, Cancellation)).Problem);
    }

    internal async Task<Problem?> StartAsync(string version, string by) =>
        (await Get<VariantCommands>().StartAsync(VersionId.Parse(version, null), await PersonAsync(by), Cancellation)).Problem;

    internal async Task<Problem?> DropAsync(string text, string by) =>
        (await Get<VariantCommands>()
            .DropAsync(TextId.Parse(text, null), "nói như bản chung", await PersonAsync(by), ETag.All, Cancellation)).Problem;

    internal async Task<TranslatedVersion> TextAsync(string text) =>
        (await Translations.FindAsync(TextId.Parse(text, null), Cancellation))!.Value;

    /// <summary>What is in a chat and has these words.</summary>
    internal int OnTelegram(long chat, string words) =>
        Telegram.Posts.Count(post => post.Chat == chat && post.Text.Contains(words, StringComparison.Ordinal));

    private protected override Task HandInOwnDirectoryAsync() => HandInDirectoryAsync(Communes, Destinations, People);
}
