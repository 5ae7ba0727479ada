namespace Dissemination.Local.Worker;

/// <summary>What wakes a function.</summary>
/// <param name="Binding">The name of the parameter that what woke it is handed over as.</param>
internal abstract record Trigger(string Binding);
