namespace Dissemination.Notices;

internal static class NoticesSetup
{
    public static IServiceCollection AddNotices(this IServiceCollection services) => services.AddSingleton<NoticeBoard>();
}
