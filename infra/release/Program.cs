using Dissemination.Release;

// dotnet run --project infra/release -- <published folder> <folder for the lists>; ends with 1 where something has no known licence or source.
if (args is not [var published, var lists])
{
    Console.Error.WriteLine("Say which folder was published, and where the lists are to lie.");
    return 2;
}

var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } chosen
    ? chosen
    : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
var bill = BillOfMaterials.Read(published, "functions", packages);
ReleaseFiles.Write(bill, lists);
foreach (var problem in bill.Problems)
{
    Console.Error.WriteLine(problem);
}

Console.WriteLine($"{bill.Components.Length} packages travel; {ReleaseFiles.Bill} and {ReleaseFiles.Licences} lie in {lists}.");
return bill.Problems.Any() ? 1 : 0;
