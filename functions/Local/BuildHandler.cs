namespace Dissemination.Local;

/// <summary>Composes the program; <paramref name="configure"/> runs before it reads its settings.</summary>
internal delegate WebApplication BuildHandler(string[] args, Action<WebApplicationBuilder> configure);
