using System.Text.RegularExpressions;
using Dissemination.Storage;

namespace Dissemination.Tests.Infra;

public sealed partial class BicepTests
{
    // Each prediction is a run of the compiler, so the tests share two: as first deployed, and once the code is there.
    private static readonly Lazy<Task<PredictedDeployment>> First = new(
        static () => PredictedDeployment.WithAsync("param credentials = ['telegram_tinh']"));
    private static readonly Lazy<Task<PredictedDeployment>> Later = new(static () => PredictedDeployment.WithAsync("""
        param deployEventSubscriptions = true
        param facebookAppId = '1000'
        param facebookAppIsLive = true
        param reviewerBot = true
        param zaloAppId = '2000'
        param signInAuthority = 'https://login.microsoftonline.com/a-tenant/v2.0'
        param signInClientId = '3000'
        param signInSubjectClaim = 'oid'
        param sealKeys = true
        """));
    private static readonly Lazy<Task<PredictedDeployment>> Guarded = new(static () => PredictedDeployment.WithAsync("""
        param contacts = ['truc@example.org']
        param monthlyBudget = 50
        param budgetStart = '2026-12-01'
        param credentialDays = 90
        param privateNetwork = true
        param recordEndsLocked = true
        param customDomain = 'tuyen-truyen.example.org'
        param customDomainCertificate = 'site'
        """));

    [Fact]
    public async Task Every_file_compiles_without_a_warning()
    {
        var compiled = System.IO.Directory.CreateTempSubdirectory("dissemination-infra-");
        try
        {
            var run = await BicepCompiler.RunAsync(
                "build", "--no-restore", "--pattern", Path.Combine(BicepCompiler.Folder, "**", "*.bicep"), "--outdir", compiled.FullName);
            Assert.Equal((0, ""), (run.ExitCode, run.Errors));
            Assert.NotEmpty(compiled.EnumerateFiles("main.json", SearchOption.AllDirectories));
        }
        finally
        {
            compiled.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_example_of_parameters_fits()
    {
        var run = await BicepCompiler.RunAsync(
            "build-params", "--no-restore", "--stdout", Path.Combine(BicepCompiler.Folder, "main.bicepparam"));
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
    }

    [Fact]
    public async Task The_app_is_an_isolated_NET_worker_on_Flex_Consumption()
    {
        var deployment = await First.Value;
        Assert.Equal("FC1", (string?)deployment.The("Microsoft.Web/serverfarms")["sku"]!["name"]);
        var runtime = deployment.The("Microsoft.Web/sites")["properties"]!["functionAppConfig"]!["runtime"]!;
        Assert.Equal(("dotnet-isolated", "10.0"), ((string?)runtime["name"], (string?)runtime["version"]));
        Assert.DoesNotContain(
            deployment.Settings().Keys,
            static name => name.StartsWith("FUNCTIONS_", StringComparison.Ordinal)
                || name.StartsWith("WEBSITE_", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_key_opens_anything()
    {
        var deployment = await Later.Value;
        var storage = deployment.The("Microsoft.Storage/storageAccounts")["properties"]!;
        Assert.False((bool)storage["allowSharedKeyAccess"]!);
        Assert.False((bool)storage["allowBlobPublicAccess"]!);
        Assert.True((bool)deployment.The("Microsoft.Insights/components")["properties"]!["DisableLocalAuth"]!);
        Assert.DoesNotContain("AzureWebJobsStorage", deployment.Settings().Keys, StringComparer.Ordinal);
        Assert.Equal("managedidentity", deployment.Settings()["AzureWebJobsStorage__credential"]);
        Assert.DoesNotContain("AccountKey", deployment.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Storage_is_made_with_the_names_that_the_program_uses()
    {
        var deployment = await First.Value;
        Assert.Superset(
            Containers.All.ToHashSet(StringComparer.Ordinal),
            deployment.Names("Microsoft.Storage/storageAccounts/blobServices/containers").ToHashSet(StringComparer.Ordinal));
        Assert.Equivalent(QueueNames.All, deployment.Names("Microsoft.Storage/storageAccounts/queueServices/queues"), strict: true);
        Assert.Equivalent(TableNames.All, deployment.Names("Microsoft.Storage/storageAccounts/tableServices/tables"), strict: true);
    }

    [Fact]
    public async Task A_credential_is_a_secret_of_the_key_vault()
    {
        var deployment = await First.Value;
        var reference = deployment.Settings()["Credentials__telegram_tinh"];
        Assert.Contains("@Microsoft.KeyVault(SecretUri=", reference, StringComparison.Ordinal);
        Assert.Contains("'telegram-tinh'", reference, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Facebook", "1000", "AppSecret", "facebook-app-secret")]
    [InlineData("Zalo", "2000", "SecretKey", "zalo-secret-key")]
    public async Task The_app_of_a_channel_has_its_secret_in_the_key_vault_and_is_not_set_where_it_has_no_id(
        string channel, string id, string setting, string secret)
    {
        var set = (await Later.Value).Settings();
        Assert.Equal(id, set[$"Channels__{channel}__AppId"]);
        Assert.Contains("@Microsoft.KeyVault(SecretUri=", set[$"Channels__{channel}__{setting}"], StringComparison.Ordinal);
        Assert.Contains($"secrets/{secret})", set[$"Channels__{channel}__{setting}"], StringComparison.Ordinal);

        var without = (await First.Value).Settings();
        Assert.DoesNotContain($"Channels__{channel}__AppId", without.Keys, StringComparer.Ordinal);
        Assert.DoesNotContain($"Channels__{channel}__{setting}", without.Keys, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Whether_the_Facebook_app_is_live_is_for_the_deployment_to_say()
    {
        Assert.False(bool.Parse((await First.Value).Settings()["Channels__Facebook__AppIsLive"]));
        Assert.True(bool.Parse((await Later.Value).Settings()["Channels__Facebook__AppIsLive"]));
    }

    [Theory]
    [InlineData("Token", "reviewer-bot-token")]
    [InlineData("Secret", "reviewer-bot-secret")]
    public async Task The_bot_for_reviewers_has_its_secrets_in_the_key_vault_and_is_off_unless_it_is_asked_for(
        string setting, string secret)
    {
        Assert.Contains($"secrets/{secret})", (await Later.Value).Settings()[$"Review__Telegram__{setting}"], StringComparison.Ordinal);
        Assert.DoesNotContain($"Review__Telegram__{setting}", (await First.Value).Settings().Keys, StringComparer.Ordinal);
    }

    [Fact]
    public async Task The_sign_in_has_its_secret_in_the_key_vault_and_the_sample_one_is_set_nowhere()
    {
        var set = (await Later.Value).Settings();
        Assert.Equal("https://login.microsoftonline.com/a-tenant/v2.0", set["SignIn__Authority"]);
        Assert.Equal(("3000", "oid"), (set["SignIn__ClientId"], set["SignIn__SubjectClaim"]));
        Assert.Contains("@Microsoft.KeyVault(SecretUri=", set["SignIn__ClientSecret"], StringComparison.Ordinal);
        Assert.Contains("secrets/sign-in-client-secret)", set["SignIn__ClientSecret"], StringComparison.Ordinal);
        Assert.Contains("secrets/data-protection)", set["SignIn__KeyCertificate"], StringComparison.Ordinal);
        Assert.DoesNotContain("SignIn__Sample", set.Keys, StringComparer.Ordinal);
        Assert.DoesNotContain(
            (await First.Value).Settings().Keys, name => name.StartsWith("SignIn__", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Events_are_not_subscribed_to_before_the_code_is_there() =>
        Assert.Empty((await First.Value).All("Microsoft.EventGrid/systemTopics/eventSubscriptions"));

    [Fact]
    public async Task Nobody_changes_where_the_record_ended_and_the_program_may_append_where_it_ends_now()
    {
        var policy = (await First.Value).The("Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies");
        Assert.Contains($"/{Containers.RecordEnds}/default", (string)policy["name"]!, StringComparison.Ordinal);
        Assert.Equal(3650, (int)policy["properties"]!["immutabilityPeriodSinceCreationInDays"]!);
        Assert.True((bool)policy["properties"]!["allowProtectedAppendWrites"]!);

        // Once it is locked it takes no other.
        Assert.Empty((await Guarded.Value).All("Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies"));
    }

    /// <summary>Who could assign any role could make himself owner of all; the template names no other id than those of roles.</summary>
    [Fact]
    public async Task Whoever_deploys_may_assign_the_roles_of_the_template_and_no_other()
    {
        List<string> assigned = [];
        foreach (var file in System.IO.Directory.EnumerateFiles(BicepCompiler.Folder, "*.bicep", SearchOption.AllDirectories))
        {
            assigned.AddRange(IdsIn(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)));
        }

        var condition = await File.ReadAllTextAsync(
            Path.Combine(BicepCompiler.Folder, "may-assign.txt"), TestContext.Current.CancellationToken);
        var (write, delete) = (condition.Split("\nAND\n")[0], condition.Split("\nAND\n")[1]);
        Assert.Contains("roleAssignments/write", write, StringComparison.Ordinal);
        Assert.Contains("roleAssignments/delete", delete, StringComparison.Ordinal);
        Assert.Equal(6, assigned.Distinct().Count());
        Assert.Equal(assigned.Distinct().Order(StringComparer.Ordinal), IdsIn(write).Order(StringComparer.Ordinal));
        Assert.Equal(assigned.Distinct().Order(StringComparer.Ordinal), IdsIn(delete).Order(StringComparer.Ordinal));

        static IEnumerable<string> IdsIn(string text) => Id().Matches(text).Select(id => id.Value);
    }

    /// <summary>The alerts ask for gauges that the program has; one that is named otherwise would be silent for ever.</summary>
    [Fact]
    public async Task People_are_told_of_trouble_and_cost_by_the_gauges_that_the_program_tells()
    {
        var deployment = await Guarded.Value;
        var queries = deployment.All("Microsoft.Insights/scheduledQueryRules")
            .Select(rule => (string)rule["properties"]!["criteria"]!["allOf"]![0]!["query"]!).ToList();
        var source = await File.ReadAllTextAsync(
            Path.Combine(RepositoryFiles.Root, "functions", "Deliveries", "Watching", "WatchMetrics.cs"), TestContext.Current.CancellationToken);
        Assert.Equal(6, queries.Count);
        Assert.All(queries, query => Assert.Contains(query.Split('"')[1], source, StringComparison.Ordinal));
        Assert.Contains(queries, query => query.EndsWith("Max > 90", StringComparison.Ordinal));
        Assert.Equal(50, (int)deployment.The("Microsoft.Consumption/budgets")["properties"]!["amount"]!);

        Assert.Empty((await First.Value).All("Microsoft.Insights/scheduledQueryRules"));
        Assert.Empty((await First.Value).All("Microsoft.Consumption/budgets"));
    }

    [Fact]
    public async Task A_private_network_closes_storage_and_vault_and_is_there_only_where_it_is_wanted()
    {
        var deployment = await Guarded.Value;
        Assert.Equal(
            "Disabled", (string?)deployment.The("Microsoft.Storage/storageAccounts")["properties"]!["publicNetworkAccess"]);
        Assert.Equal("Disabled", (string?)deployment.The("Microsoft.KeyVault/vaults")["properties"]!["publicNetworkAccess"]);
        Assert.Equal(4, deployment.All("Microsoft.Network/privateEndpoints").Count);
        Assert.Contains(
            "/subnets/app", (string?)deployment.The("Microsoft.Web/sites")["properties"]!["virtualNetworkSubnetId"], StringComparison.Ordinal);

        var open = await First.Value;
        Assert.Equal("Enabled", (string?)open.The("Microsoft.Storage/storageAccounts")["properties"]!["publicNetworkAccess"]);
        Assert.Empty(open.All("Microsoft.Network/virtualNetworks"));
    }

    [Fact]
    public async Task An_own_address_has_its_certificate_from_the_vault_and_links_are_made_of_it()
    {
        var deployment = await Guarded.Value;
        var domain = deployment.The("Microsoft.Web/sites/hostNameBindings");
        Assert.EndsWith("/tuyen-truyen.example.org", (string)domain["name"]!, StringComparison.Ordinal);
        Assert.Equal("SniEnabled", (string?)domain["properties"]!["sslState"]);
        Assert.Equal("site", (string?)deployment.The("Microsoft.Web/certificates")["properties"]!["keyVaultSecretName"]);
        Assert.Equal("https://tuyen-truyen.example.org", deployment.Settings()["Site__BaseUrl"]);
    }

    [Fact]
    public async Task It_is_told_who_read_a_secret_and_who_deleted_what()
    {
        var told = (await First.Value).All("Microsoft.Insights/diagnosticSettings")
            .Select(setting => (string)setting["properties"]!["logs"]![0]!["category"]!);
        Assert.Equal(["AuditEvent", "StorageDelete", "StorageDelete"], told.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("content", "HandInContent")]
    [InlineData("approved", "HandInApproved")]
    [InlineData("directory", "HandInDirectory")]
    public async Task A_blob_trigger_hears_of_its_own_container_alone(string container, string function)
    {
        var deployment = await Later.Value;
        var subscription = Assert.Single(
            deployment.All("Microsoft.EventGrid/systemTopics/eventSubscriptions"),
            resource => ((string)resource["name"]!).EndsWith($"/{container}", StringComparison.Ordinal))["properties"]!;
        var address = (string)subscription["destination"]!["properties"]!["endpointUrl"]!;
        Assert.Contains("/runtime/webhooks/blobs?functionName=Host.Functions.", address, StringComparison.Ordinal);
        Assert.Contains(function, address, StringComparison.Ordinal);
        Assert.Contains(".systemKeys.blobs_extension", address, StringComparison.Ordinal);
        Assert.Equal($"/blobServices/default/containers/{container}/blobs/", (string?)subscription["filter"]!["subjectBeginsWith"]);
        Assert.NotNull(subscription["deadLetterWithResourceIdentity"]);
    }

    [GeneratedRegex(
        "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Id();
}
