namespace Dissemination.Local.Listeners;

/// <summary>What the methods made for the listeners come down to: a call of the worker.</summary>
public abstract class FunctionMethods(IFunctionCalls calls)
{
    /// <summary>Calls the function that a method stands for.</summary>
    protected Task CallAsync(string name, object trigger, CancellationToken cancellationToken) =>
        calls.CallAsync(name, trigger, cancellationToken);
}
