using Dissemination;
using Dissemination.Triggers;

if (OperatorCommands.IsAsked(args))
{
    return await OperatorCommands.RunAsync(args, Console.Out, CancellationToken.None);
}

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddFunctionsWorker(args);
builder.AddTelemetry();
builder.AddRooms();

var app = builder.Build();
app.UseRooms();
await app.RunAsync();
return 0;
