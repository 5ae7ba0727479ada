using Dissemination.Local.Worker;

namespace Dissemination.Local.Listeners;

/// <summary>Hands what the listeners found to the worker.</summary>
internal sealed class FunctionCalls(WorkerSupervisor worker, ILogger<FunctionCalls> log) : IFunctionCalls
{
    private readonly Dictionary<string, string> _bindings = worker.Functions.ToDictionary(
        function => function.Name, function => function.Trigger.Binding, StringComparer.Ordinal);

    public async Task CallAsync(string name, object trigger, CancellationToken cancellationToken)
    {
        try
        {
            // A listener that stops cancels; but what is in hand is short, and better ended than begun anew.
            await worker.InvokeAsync(name, Invocations.Of(_bindings[name], trigger), CancellationToken.None);
        }
        catch (Exception failure) when (failure is FunctionFailedException or WorkerGoneException)
        {
            log.InvocationFailed(name, failure.Message);
            throw;
        }
    }
}
