namespace Dissemination.Local.Listeners;

/// <summary>Calls functions of the worker.</summary>
public interface IFunctionCalls
{
    /// <param name="name">The function's name.</param>
    /// <param name="trigger">What woke it, as the SDK's listener hands it over.</param>
    Task CallAsync(string name, object trigger, CancellationToken cancellationToken);
}
