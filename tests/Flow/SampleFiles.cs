namespace Dissemination.Tests.Flow;

/// <summary>Small files as staff would hand them in.</summary>
internal static class SampleFiles
{
    public const string Communes = """
        id,name,kind,languages,release
        bung-lao,Búng Lao,commune,blt-Tavt,automatic
        na-bung,Nà Bủng,commune,hmn-Latn-x-chv,automatic
        sin-thau,Sín Thầu,commune,,confirm
        """;

    public const string Destinations = """
        commune,id,channel,name,address,credential,languages
        bung-lao,telegram,telegram,Kênh Telegram xã Búng Lao,-1001,telegram_tinh,
        bung-lao,trang-tin,website,Trang tin xã Búng Lao,,,
        bung-lao,loa,loudspeaker,Loa truyền thanh xã Búng Lao,,,
        na-bung,telegram,telegram,Kênh Telegram xã Nà Bủng,-1002,telegram_tinh,
        na-bung,trang-tin,website,Trang tin xã Nà Bủng,,,
        sin-thau,telegram,telegram,Kênh Telegram xã Sín Thầu,-1003,telegram_tinh,
        sin-thau,nhom-ban,group,Nhóm bản Sín Thầu,Nhóm Zalo bản,,
        """;

    public const string People = """
        id,name,roles,commune,languages
        can-bo,Cán bộ tuyên giáo,staff,,
        lanh-dao,Lãnh đạo ban,approver,,
        bung-lao-1,Cán bộ truyền thông xã Búng Lao,communicator,bung-lao,vi;blt-Tavt
        bung-lao-2,Cán bộ văn hoá xã Búng Lao,communicator,bung-lao,vi;blt-Tavt
        na-bung-1,Cán bộ truyền thông xã Nà Bủng,communicator,na-bung,vi;hmn-Latn-x-chv
        sin-thau-1,Cán bộ truyền thông xã Sín Thầu,communicator,sin-thau,vi
        """;

    /// <param name="frontMatter">Further lines of front matter.</param>
    public static string Article(
        string title, string body = "Bà con trồng 40.000 ha mắc ca.", bool approved = true, string frontMatter = "") =>
        $"""
        ---
        title: {title}
        issuer: Ban Tuyên giáo (mẫu)
        {(approved ? "approval: { by: lanh-dao, document: MẪU-01 (mẫu), date: 2026-11-01 }" : "# chờ duyệt")}
        {frontMatter}
        ---
        {body}
        """;
}
