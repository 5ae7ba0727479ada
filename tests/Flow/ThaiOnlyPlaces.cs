namespace Dissemination.Tests.Flow;

/// <summary>A commune with a channel for all that is read there, and one that carries Thái alone.</summary>
public sealed class ThaiOnlyPlaces : Rooms
{
    private protected override Task HandInOwnDirectoryAsync() => HandInDirectoryAsync(
        "id,name,kind,languages,release\nbung-lao,Búng Lao,commune,blt-Tavt,automatic\n",
        """
        commune,id,channel,name,address,credential,languages
        bung-lao,telegram,telegram,Kênh Telegram xã Búng Lao,-1001,telegram_tinh,
        bung-lao,thai,telegram,Kênh tiếng Thái xã Búng Lao,-1002,telegram_tinh,blt-Tavt
        """,
        """
        id,name,roles,commune,languages
        can-bo,Cán bộ tuyên giáo,staff,,
        lanh-dao,Lãnh đạo ban,approver,,
        bung-lao-1,Cán bộ truyền thông xã Búng Lao,communicator,bung-lao,vi;blt-Tavt
        bung-lao-2,Cán bộ văn hoá xã Búng Lao,communicator,bung-lao,vi;blt-Tavt
        """);
}
