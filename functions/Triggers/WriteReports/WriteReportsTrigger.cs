using Dissemination.Reports;
using Dissemination.Triggers.Contract;

namespace Dissemination.Triggers;

internal static class WriteReportsTrigger
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapInvocation("WriteReports", AnswerAsync);

    private static Task AnswerAsync(Invocation invocation, IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<ReportWriter>().WriteDueAsync(cancellation);
}
