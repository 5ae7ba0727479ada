namespace Dissemination.Local.Worker;

/// <summary>A function said that it failed, or took too long. What woke it comes again, as the trigger's own rules say.</summary>
internal sealed class FunctionFailedException(string function, string reason) : Exception($"{function}: {reason}");
