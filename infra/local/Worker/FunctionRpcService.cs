using Dissemination.Local.Worker.Rpc;
using Grpc.Core;

namespace Dissemination.Local.Worker;

/// <summary>Where workers call in. A worker says by its id which start it belongs to.</summary>
internal sealed class FunctionRpcService(ExpectedWorkers expected) : FunctionRpc.FunctionRpcBase
{
    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context)
    {
        if (await requestStream.MoveNext(context.CancellationToken)
            && requestStream.Current is { ContentCase: StreamingMessage.ContentOneofCase.StartStream } first
            && expected.Take(first.StartStream.WorkerId) is { } connection)
        {
            await connection.RunAsync(requestStream, responseStream, context.CancellationToken);
        }
    }
}
