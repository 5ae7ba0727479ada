metadata description = 'The function app: Flex Consumption, a .NET isolated worker, no key anywhere.'

param name string
param location string
param tags object
param identityName string
param endpoints object
param deploymentContainer string
param vaultUri string
param telemetryConnection string
@description('Fixed, or files are handed in again whenever the app is rebuilt elsewhere.')
@maxLength(32)
param hostId string
param siteBaseUrl string
param credentials string[]
param facebookAppId string
param facebookAppIsLive bool
param reviewerBot bool
param zaloAppId string
param signInAuthority string
param signInClientId string
param signInSubjectClaim string
param signInEmailVerifiedClaim string
param signInContact string
param sealKeys bool
param publishSchedule string
param sweepSchedule string
param reachSchedule string
param reportSchedule string
param reminderSchedule string
param instanceMemoryMB int
param maximumInstanceCount int
param alwaysReadyForBlobs int
param customDomain string
param customDomainCertificate string
param vaultName string
@description('Where the app reaches its storage. Empty: over the public network.')
param subnetId string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

// A secret's name has no underscore; a credential's name has no hyphen, so neither can be mistaken for another.
var credentialSettings = [
  for credential in credentials: {
    name: 'Credentials__${credential}'
    value: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/${replace(credential, '_', '-')})'
  }
]

var facebookSettings = empty(facebookAppId)
  ? []
  : [
      { name: 'Channels__Facebook__AppId', value: facebookAppId }
      {
        name: 'Channels__Facebook__AppSecret'
        value: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/facebook-app-secret)'
      }
    ]

var zaloSettings = empty(zaloAppId)
  ? []
  : [
      { name: 'Channels__Zalo__AppId', value: zaloAppId }
      {
        name: 'Channels__Zalo__SecretKey'
        value: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/zalo-secret-key)'
      }
    ]

var reviewerSettings = !reviewerBot
  ? []
  : [
      {
        name: 'Review__Telegram__Token'
        value: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/reviewer-bot-token)'
      }
      {
        name: 'Review__Telegram__Secret'
        value: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/reviewer-bot-secret)'
      }
    ]

var signInSettings = empty(signInAuthority)
  ? []
  : [
      { name: 'SignIn__Authority', value: signInAuthority }
      { name: 'SignIn__ClientId', value: signInClientId }
      {
        name: 'SignIn__ClientSecret'
        value: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/sign-in-client-secret)'
      }
      { name: 'SignIn__SubjectClaim', value: signInSubjectClaim }
      { name: 'SignIn__EmailVerifiedClaim', value: signInEmailVerifiedClaim }
      { name: 'SignIn__Contact', value: signInContact }
    ]

// A certificate's secret is all of it, with its private key.
var keySettings = !sealKeys
  ? []
  : [{ name: 'SignIn__KeyCertificate', value: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/data-protection)' }]

// Flex Consumption refuses or ignores FUNCTIONS_WORKER_RUNTIME, FUNCTIONS_EXTENSION_VERSION, WEBSITE_TIME_ZONE and the WEBSITE_ content settings.
var settings = [
  { name: 'AzureWebJobsStorage__credential', value: 'managedidentity' }
  { name: 'AzureWebJobsStorage__clientId', value: identity.properties.clientId }
  { name: 'AzureWebJobsStorage__blobServiceUri', value: endpoints.blob }
  { name: 'AzureWebJobsStorage__queueServiceUri', value: endpoints.queue }
  { name: 'AzureWebJobsStorage__tableServiceUri', value: endpoints.table }
  { name: 'AzureWebJobsDisableHomepage', value: 'true' }
  { name: 'AzureFunctionsWebHost__hostid', value: hostId }
  { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: telemetryConnection }
  {
    name: 'APPLICATIONINSIGHTS_AUTHENTICATION_STRING'
    value: 'ClientId=${identity.properties.clientId};Authorization=AAD'
  }
  { name: 'Site__BaseUrl', value: empty(siteBaseUrl) ? 'https://${name}.azurewebsites.net' : siteBaseUrl }
  { name: 'Channels__Facebook__AppIsLive', value: string(facebookAppIsLive) }
  // Two megabytes for what is new (runtime setting GCgen0size): the least memory an instance has serves better than a large budget.
  { name: 'DOTNET_GCgen0size', value: '0x200000' }
  // What the runtime and its compiler took of the C library goes back to the system: beyond 128 KB, and each piece of 64 KB or more by
  // itself. Two heaps of it serve all threads.
  { name: 'MALLOC_ARENA_MAX', value: '2' }
  { name: 'MALLOC_MMAP_THRESHOLD_', value: '65536' }
  { name: 'MALLOC_TRIM_THRESHOLD_', value: '131072' }
  { name: 'PublishSchedule', value: publishSchedule }
  { name: 'SweepSchedule', value: sweepSchedule }
  { name: 'ReachSchedule', value: reachSchedule }
  { name: 'ReportSchedule', value: reportSchedule }
  { name: 'ReminderSchedule', value: reminderSchedule }
]

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: '${name}-plan'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  // By which `azd` finds what it deploys to (azure.yaml).
  tags: union(tags, { 'azd-service-name': 'app' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    keyVaultReferenceIdentity: identity.id
    siteConfig: {
      minTlsVersion: '1.2'
      appSettings: concat(
        settings,
        credentialSettings,
        facebookSettings,
        zaloSettings,
        reviewerSettings,
        signInSettings,
        keySettings
      )
    }
    functionAppConfig: {
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${endpoints.blob}${deploymentContainer}'
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identity.id }
        }
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
        alwaysReady: alwaysReadyForBlobs == 0 ? [] : [{ name: 'blob', instanceCount: alwaysReadyForBlobs }]
      }
    }
  }

  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' existing = {
  name: vaultName
}

resource certificate 'Microsoft.Web/certificates@2025-03-01' = if (!empty(customDomainCertificate)) {
  name: '${name}-certificate'
  location: location
  tags: tags
  properties: { serverFarmId: plan.id, keyVaultId: vault.id, keyVaultSecretName: customDomainCertificate }
}

resource domain 'Microsoft.Web/sites/hostNameBindings@2025-03-01' = if (!empty(customDomain)) {
  parent: app
  name: empty(customDomain) ? 'none' : customDomain
  properties: {
    siteName: name
    hostNameType: 'Verified'
    sslState: empty(customDomainCertificate) ? 'Disabled' : 'SniEnabled'
    thumbprint: empty(customDomainCertificate) ? null : certificate!.properties.thumbprint
  }
}

output url string = 'https://${app.properties.defaultHostName}'
