var app = WebApplication.CreateSlimBuilder(args).Build();
app.MapGet("/", () => Results.RazorSlice<Dissemination.Web.Pages.Home, string>("ab"));
app.Run();
