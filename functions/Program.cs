using Dissemination;
using Dissemination.Triggers;

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddFunctionsWorker(args);
builder.AddTelemetry();
builder.AddRooms();

var app = builder.Build();
app.UseRooms();
await app.RunAsync();
