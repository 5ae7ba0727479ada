metadata description = 'Everything the program needs in one resource group: storage, secrets, telemetry, the function app and what wakes it.'

@description('Short name that every resource carries: lower-case letters and digits.')
@minLength(3)
@maxLength(11)
param name string

@description('Where everything lies; Flex Consumption has to be offered there.')
param location string = resourceGroup().location

@description('Public address that short links are made of, without a slash at the end. Empty: the address of the function app.')
param siteBaseUrl string = ''

@description('Names of the credentials that destinations.csv uses, as in telegram_tinh. Each is a secret of the key vault, with _ written as -.')
param credentials string[] = []

@description('Id of the Facebook app that the page tokens were made with. Its secret is facebook-app-secret of the key vault. Empty: no app is set.')
param facebookAppId string = ''

@description('Whether the dashboard of the Facebook app says "live".')
param facebookAppIsLive bool = false

@description('Whether reviewers are asked on Telegram, by a bot of its own: reviewer-bot-token and reviewer-bot-secret of the key vault.')
param reviewerBot bool = false

@description('Id of the Zalo app that the official accounts gave their consent to. Its secret is zalo-secret-key of the key vault. Empty: no app is set.')
param zaloAppId string = ''

@description('Address of the OpenID provider that people sign in with; with Entra https://login.microsoftonline.com/<tenant id>/v2.0. Empty: nobody signs in.')
param signInAuthority string = ''

@description('By which the provider knows the program. Its secret is sign-in-client-secret of the key vault.')
param signInClientId string = ''

@description('The claim that the column subject of people.csv holds; with Entra oid.')
param signInSubjectClaim string = 'sub'

@description('The claim that says that an address is the account\'s own; with Entra xms_edov.')
param signInEmailVerifiedClaim string = 'email_verified'

@description('Whom people ask who may not come in, as they shall read it.')
param signInContact string = ''

@description('Whether the keys of sessions and forms are sealed with data-protection, a certificate of the key vault. It has to be there first.')
param sealKeys bool = false

@description('When due deliveries are looked for (NCrontab of six fields, UTC).')
param publishSchedule string = '0 * * * * *'

@description('When lanes are looked for whose message was lost.')
param sweepSchedule string = '30 * * * * *'

@description('When reach is sampled.')
param reachSchedule string = '0 */15 * * * *'

@description('When reports are written, and the translation memory learns what was approved.')
param reportSchedule string = '0 */10 * * * *'

@description('When communes are reminded of hand tasks that are open for too long.')
param reminderSchedule string = '0 30 * * * *'

@description('Memory of one instance in MB.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('The most instances that may run at once.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Instances that always wait for blob events. 0 costs nothing and lets the first file of a day wait for a cold start.')
@minValue(0)
param alwaysReadyForBlobs int = 0

@description('True only once the code runs: Event Grid calls the app while it subscribes, and the key it needs does not exist before.')
param deployEventSubscriptions bool = false

@description('A host name of the office\'s own, for example tuyen-truyen.example.vn. It has to point to the app already (docs/deployment.md). Empty: the app\'s own.')
param customDomain string = ''

@description('The name of the vault\'s certificate for customDomain. Empty: the name is bound without one, and so without https.')
param customDomainCertificate string = ''

@description('E-mail addresses of those who are told of trouble and of cost. Empty: nobody is, and no alert is made.')
param contacts string[] = []

@description('What the group may cost a month, in the currency of the subscription. 0: nobody is told what it costs.')
@minValue(0)
param monthlyBudget int = 0

@description('The first day of the month from which on the budget counts.')
param budgetStart string = utcNow('yyyy-MM-01')

@description('After how many days a credential is to be changed.')
@minValue(1)
param credentialDays int = 180

@description('True closes storage and the vault to all but a private network of their own: see docs/deployment.md for what that takes.')
param privateNetwork bool = false

@description('True once the policy of the container record-ends is locked (docs/record.md): a locked one takes no other.')
param recordEndsLocked bool = false

@description('Tags of every resource.')
param tags object = {}

var suffix = uniqueString(resourceGroup().id, name)
var appName = '${name}-${suffix}'
var storageName = take('${name}${suffix}', 24)
var vaultName = take('${name}-${suffix}', 24)
var identityName = '${name}-identity'
var topicName = '${name}-files'
var undeliveredContainer = 'undelivered-events'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: identityName
  location: location
  tags: tags
}

module monitoring 'modules/monitoring.bicep' = {
  params: { name: name, location: location, tags: tags, identityName: identity.name }
}

module storage 'modules/storage.bicep' = {
  params: {
    name: storageName
    location: location
    tags: tags
    identityName: identity.name
    undeliveredContainer: undeliveredContainer
    recordEndsLocked: recordEndsLocked
    isOpen: !privateNetwork
    workspaceId: monitoring.outputs.workspaceId
  }
}

module vault 'modules/vault.bicep' = {
  params: {
    name: vaultName
    location: location
    tags: tags
    identityName: identity.name
    isOpen: !privateNetwork
    workspaceId: monitoring.outputs.workspaceId
  }
}

module network 'modules/network.bicep' = if (privateNetwork) {
  params: { name: name, location: location, tags: tags, storageName: storageName, vaultName: vaultName }
  dependsOn: [storage, vault]
}

module app 'modules/app.bicep' = {
  params: {
    name: appName
    location: location
    tags: tags
    identityName: identity.name
    endpoints: storage.outputs.endpoints
    deploymentContainer: storage.outputs.deploymentContainer
    vaultUri: vault.outputs.uri
    telemetryConnection: monitoring.outputs.connectionString
    hostId: take(appName, 32)
    siteBaseUrl: empty(siteBaseUrl) && !empty(customDomain) ? 'https://${customDomain}' : siteBaseUrl
    customDomain: customDomain
    customDomainCertificate: customDomainCertificate
    vaultName: vaultName
    subnetId: privateNetwork
      ? resourceId('Microsoft.Network/virtualNetworks/subnets', '${name}-network', 'app')
      : ''
    credentials: credentials
    facebookAppId: facebookAppId
    facebookAppIsLive: facebookAppIsLive
    reviewerBot: reviewerBot
    zaloAppId: zaloAppId
    signInAuthority: signInAuthority
    signInClientId: signInClientId
    signInSubjectClaim: signInSubjectClaim
    signInEmailVerifiedClaim: signInEmailVerifiedClaim
    signInContact: signInContact
    sealKeys: sealKeys
    publishSchedule: publishSchedule
    sweepSchedule: sweepSchedule
    reachSchedule: reachSchedule
    reportSchedule: reportSchedule
    reminderSchedule: reminderSchedule
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    alwaysReadyForBlobs: alwaysReadyForBlobs
  }
  dependsOn: [network]
}

module events 'modules/events.bicep' = {
  params: {
    name: topicName
    location: location
    tags: tags
    storageName: storageName
    undeliveredContainer: undeliveredContainer
  }
  dependsOn: [storage]
}

module subscriptions 'modules/subscriptions.bicep' = if (deployEventSubscriptions) {
  params: {
    topicName: topicName
    storageName: storageName
    undeliveredContainer: undeliveredContainer
    appName: appName
  }
  dependsOn: [events, app]
}

module alerts 'modules/alerts.bicep' = if (!empty(contacts)) {
  params: {
    name: name
    location: location
    tags: tags
    insightsId: monitoring.outputs.insightsId
    contacts: contacts
    credentialDays: credentialDays
  }
}

module budget 'modules/budget.bicep' = if (monthlyBudget > 0 && !empty(contacts)) {
  params: { name: name, amount: max(1, monthlyBudget), contacts: contacts, start: budgetStart }
}

output appName string = appName
output appUrl string = app.outputs.url
output storageName string = storageName
output vaultName string = vault.outputs.name
