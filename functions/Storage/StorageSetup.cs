using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Dissemination.Storage.BackUps;
using Dissemination.Storage.Records;
using Dissemination.Storage.Retention;
using Dissemination.Storage.Schema;

namespace Dissemination.Storage;

/// <summary>The clients of the storage account, from the settings that the Functions host itself uses.</summary>
internal static class StorageSetup
{
    private const string Setting = "AzureWebJobsStorage";

    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        var patience = ReaderPatience.Of(configuration);
        var queueOptions = Prepared(
            new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }, patience, new("queue", QueueNames.All));
        var tableOptions = Prepared(new TableClientOptions(), patience, new("table", TableNames.All));
        var blobOptions = Prepared(new BlobClientOptions(), patience, new("blob", Containers.All));
        if (configuration[Setting] is { Length: > 0 } connectionString)
        {
            services.AddSingleton(new TableServiceClient(connectionString, tableOptions));
            services.AddSingleton(new QueueServiceClient(connectionString, queueOptions));
            services.AddSingleton(new BlobServiceClient(connectionString, blobOptions));
        }
        else
        {
            var credential = Credential(configuration.GetSection(Setting));
            services.AddSingleton(new TableServiceClient(Address("tableServiceUri"), credential, tableOptions));
            services.AddSingleton(new QueueServiceClient(Address("queueServiceUri"), credential, queueOptions));
            services.AddSingleton(new BlobServiceClient(Address("blobServiceUri"), credential, blobOptions));
        }

        if (configuration.GetValue<bool>(StorageCreation.Setting))
        {
            services.AddHostedService<StorageCreation>();
        }

        services.AddHostedService<SchemaGate>().AddSingleton<SchemaUpgrade>();
        services.AddSingleton<BackUpService>().AddSingleton<RetentionService>();
        services.AddOptions<RetentionOptions>().BindConfiguration(RetentionOptions.Section);

        services.AddSingleton<StorageHealth>().AddHealthChecks().AddCheck<StorageHealth>(StorageHealth.Name, null, [], StorageHealth.MostWait);
        return services.AddSingleton<Store>().AddSingleton<Outbox>()
            .AddSingleton<RecordChainer>().AddSingleton<RecordReader>().AddSingleton<RecordCheck>();

        Uri Address(string name) => new(
            configuration[$"{Setting}:{name}"]
            ?? throw new InvalidOperationException(
                $"Neither the setting {Setting} nor {Setting}__{name} is there: the program does not know its storage account."));
    }

    private static T Prepared<T>(T options, ReaderPatience patience, TransactionCount count)
        where T : ClientOptions
    {
        options.RetryPolicy = patience;
        options.AddPolicy(count, HttpPipelinePosition.PerRetry);
        return options;
    }

    /// <summary>The app's own identity; <c>azurecli</c> is an operator's at a desk, who has signed in there.</summary>
    private static TokenCredential Credential(IConfigurationSection setting) =>
        setting["credential"] is "azurecli" ? new AzureCliCredential() : new ManagedIdentityCredential(
            setting["clientId"] is { Length: > 0 } client
                ? ManagedIdentityId.FromUserAssignedClientId(client)
                : ManagedIdentityId.SystemAssigned);
}
