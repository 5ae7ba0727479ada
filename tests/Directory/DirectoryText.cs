using Dissemination.Directory;
using Dissemination.Problems;
using Dissemination.Tests.Problems;

namespace Dissemination.Tests.Directory;

/// <summary>A small directory as people write it.</summary>
internal static class DirectoryText
{
    public const string CommunesHeader = "id,name,kind,languages,release";
    public const string DestinationsHeader = "commune,id,channel,name,address,credential,languages";
    public const string PeopleHeader = "id,name,roles,commune,languages";

    public const string Communes = CommunesHeader + """

        bung-lao,Búng Lao,commune,blt-Tavt;hmn-Latn-x-chv,automatic
        muong-thanh,Mường Thanh,ward,,confirm
        """;

    public const string Destinations = DestinationsHeader + """

        bung-lao,telegram,telegram,Kênh Telegram,@bung_lao,telegram_tinh,
        bung-lao,loa,loudspeaker,Loa bản,,,vi;blt-Tavt
        muong-thanh,web,website,Trang tin,,,
        """;

    public const string People = PeopleHeader + """

        can-bo,Cán bộ,staff,,
        lanh-dao-ban,Lãnh đạo Ban,approver;leader,,
        bung-lao-1,Cán bộ xã,communicator,bung-lao,blt-Tavt
        """;

    public static Parsed<DirectorySnapshot> Read(string communes = Communes, string destinations = Destinations, string people = People) =>
        DirectoryReader.Read(communes.Utf8(), destinations.Utf8(), people.Utf8());

    public static DirectorySnapshot Snapshot() => Read().AssertValid();
}
