using System.Globalization;
using System.Net.Sockets;
using Azure.Storage.Blobs;
using Dissemination.Local.Azurite;

namespace Dissemination.Tests.Local;

/// <summary>The built program on this machine, seen from its console. The fixture has installed Azurite.</summary>
public sealed class OneMachineTests : IDisposable
{
    private readonly OwnFolder _folder = new();

    public OneMachineTests(AzuriteFixture azurite)
    {
        _ = azurite;
        _folder.LinkTools();
    }

    [Theory]
    [InlineData("INT")] // Ctrl+C
    [InlineData("TERM")]
    public async Task It_opens_an_address_and_stops_in_order_when_asked(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals to send.");
        Assert.SkipWhen(
            signal is "INT" && ChildProcesses.InheritNoInterrupt(),
            "A shell that runs the tests in the background has switched Ctrl+C off for all that they start.");
        await using var program = BuiltProgram.StartOneMachine(_folder);
        var site = await program.WaitUntilOpenAsync();

        using HttpClient http = new();
        await Eventually.IsTrueAsync(
            async () =>
            {
                using var health = await http.GetAsync(new Uri(site, "healthz"), TestContext.Current.CancellationToken);
                return health.StatusCode is System.Net.HttpStatusCode.OK;
            },
            "storage answers in time");

        program.Signal(signal);
        Assert.Equal(0, await program.WaitUntilEndAsync());
        Assert.Contains("Chương trình đã khởi động", program.Output, StringComparison.Ordinal);
        Assert.Contains("Stopped; the next start continues.", program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_outside_wakes_a_function()
    {
        await using var program = BuiltProgram.StartOneMachine(_folder);
        var site = await program.WaitUntilOpenAsync();
        using HttpClient http = new();
        using StringContent body = new("""{"Data":{"message":"\"x\""},"Metadata":{}}""", System.Text.Encoding.UTF8, "application/json");

        using var response = await http.PostAsync(new Uri(site, "SendDeliveries"), body, TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Azurite_ends_with_a_killed_program_and_keeps_what_it_held()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows ends a closed console's processes itself.");
        var port = BuiltProgram.FreePort();
        var blobPort = "--Local:BlobPort=" + port.ToString(CultureInfo.InvariantCulture);
        var connection = new AzuriteAddresses($"http://127.0.0.1:{port}", "http://127.0.0.1:1", "http://127.0.0.1:1").ToConnectionString();
        BlobContainerClient kept = new(connection, "media");
        await using (var program = BuiltProgram.StartOneMachine(_folder, arguments: blobPort))
        {
            await program.WaitUntilOpenAsync();
            await kept.CreateIfNotExistsAsync(cancellationToken: TestContext.Current.CancellationToken);
            await kept.GetBlobClient("a")
                .UploadAsync(BinaryData.FromString("kept"), overwrite: true, TestContext.Current.CancellationToken);

            program.Kill();
            await Eventually.IsTrueAsync(() => !BuiltProgram.Answers(port), "Azurite has ended");
        }

        await using var again = BuiltProgram.StartOneMachine(_folder, arguments: blobPort);
        await again.WaitUntilOpenAsync();
        var blob = await kept.GetBlobClient("a").DownloadContentAsync(TestContext.Current.CancellationToken);
        Assert.Equal("kept", blob.Value.Content.ToString());
    }

    [Fact]
    public async Task It_says_when_Azurite_ends_by_itself()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Finds the child in /proc.");
        await using var program = BuiltProgram.StartOneMachine(_folder);
        await program.WaitUntilOpenAsync();

        using (var azurite = ChildProcesses.Of(program.Id, "--blobPort").Single())
        {
            azurite.Kill();
        }

        Assert.NotEqual(0, await program.WaitUntilEndAsync());
        Assert.Contains("Azurite đã dừng ngoài ý muốn", program.Output, StringComparison.Ordinal);
        Assert.Contains("Azurite ended unexpectedly", program.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Port")]
    [InlineData("BlobPort")]
    [InlineData("QueuePort")]
    [InlineData("TablePort")]
    public async Task It_names_a_port_that_is_in_use_and_how_to_choose_another(string setting)
    {
        using TcpListener other = new(System.Net.IPAddress.Loopback, 0);
        other.Start();
        var port = ((System.Net.IPEndPoint)other.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        await using var program = BuiltProgram.StartOneMachine(_folder, arguments: $"--Local:{setting}={port}");

        Assert.NotEqual(0, await program.WaitUntilEndAsync());
        Assert.Contains($"Cổng {port} đang bị chiếm", program.Output, StringComparison.Ordinal);
        Assert.Contains($"--Local:{setting}=number", program.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("70000")]
    [InlineData("x")]
    public async Task It_names_a_port_that_is_none(string port)
    {
        await using var program = BuiltProgram.StartOneMachine(_folder, arguments: "--Local:Port=" + port);

        Assert.NotEqual(0, await program.WaitUntilEndAsync());
        Assert.Contains("Local:Port is not a port: " + port, program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_that_Node_is_missing()
    {
        await using var program = BuiltProgram.StartOneMachine(_folder, Path(_folder["empty"]));

        Assert.NotEqual(0, await program.WaitUntilEndAsync());
        Assert.Contains("Không tìm thấy Node", program.Output, StringComparison.Ordinal);
        Assert.Contains("install Node.js 20 or newer", program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_that_Node_is_too_old()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs a script in place of Node.");
        _folder.Write("bin/node", "#!/bin/sh\necho v18.20.4\n");
        await using var program = BuiltProgram.StartOneMachine(_folder, Path(_folder["bin"]));

        Assert.NotEqual(0, await program.WaitUntilEndAsync());
        Assert.Contains("Node v18.20.4 quá cũ", program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_shows_the_last_lines_of_npm_when_that_fails()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs a script in place of npm.");
        System.IO.Directory.Delete(_folder["tools"]);
        _folder.Write("bin/node", "#!/bin/sh\necho v20.20.2\n");
        _folder.Write("bin/npm", "#!/bin/sh\necho 'npm error network is unreachable' >&2\nexit 1\n");
        await using var program = BuiltProgram.StartOneMachine(_folder, Path(_folder["bin"]));

        Assert.NotEqual(0, await program.WaitUntilEndAsync());
        Assert.Contains("npm không cài được Azurite", program.Output, StringComparison.Ordinal);
        Assert.Contains("network is unreachable", program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_that_npm_is_missing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs a script in place of Node.");
        System.IO.Directory.Delete(_folder["tools"]);
        _folder.Write("bin/node", "#!/bin/sh\necho v20.20.2\n");
        await using var program = BuiltProgram.StartOneMachine(_folder, Path(_folder["bin"]));

        Assert.NotEqual(0, await program.WaitUntilEndAsync());
        Assert.Contains("npm was not found", program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_install_that_was_interrupted_is_made_whole()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs a script in place of npm.");
        System.IO.Directory.Delete(_folder["tools"]);
        _folder.Write("tools/azurite.part/node_modules/half", "x");
        _folder.Write("tools/azurite/node_modules/azurite/package.json", """{"version":"3.34.0"}""");
        _folder.Write(
            "bin/npm",
            $"#!/bin/sh\ntest ! -e node_modules || exit 1\nln -s '{AzuriteFixture.ToolsFolder}/azurite/node_modules' node_modules\n");
        await using var program = BuiltProgram.StartOneMachine(
            _folder, Path(_folder["bin"] + ":" + Environment.GetEnvironmentVariable("PATH")));

        await program.WaitUntilOpenAsync();

        Assert.False(System.IO.Directory.Exists(_folder["tools/azurite.part"]));
        Assert.Contains("Installing Azurite 3.35.0", program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_that_libicu_is_missing()
    {
        Dictionary<string, string?> invariant = new(StringComparer.Ordinal) { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1" };
        await using var program = BuiltProgram.StartOneMachine(_folder, invariant);

        Assert.NotEqual(0, await program.WaitUntilEndAsync());
        Assert.Contains("Thiếu libicu", program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_that_there_is_no_sample_content()
    {
        await using var program = BuiltProgram.StartOneMachine(_folder, arguments: "--Local:Sample=true");

        Assert.NotEqual(0, await program.WaitUntilEndAsync());
        Assert.Contains("Không có nội dung mẫu", program.Output, StringComparison.Ordinal);
        Assert.Contains("set Local:ContentFolder", program.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static Dictionary<string, string?> Path(string path) => new(StringComparer.Ordinal) { ["PATH"] = path };
}
