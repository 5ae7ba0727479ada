metadata description = 'The one storage account: its containers, queues and tables, and what the program may do with them. No key opens it.'

@minLength(3)
param name string
param location string
param tags object
@description('The identity that the program runs as.')
param identityName string
@description('Where Event Grid keeps an event that nobody took.')
param undeliveredContainer string

@description('True once the policy over the ends of the record is locked.')
param recordEndsLocked bool

@description('False where it is reached through a private network alone.')
param isOpen bool
@description('Where it is told who deleted what.')
param workspaceId string

var deploymentContainer = 'deployments'
// Where the record ends: nobody changes or removes what is there for so long, not even who may write everything. Its ends of today are
// appended, which the policy leaves open.
var recordEndsContainer = 'record-ends'
var recordEndsDays = 3650
var containers = [
  'content'
  'approved'
  'directory'
  'media'
  'rejected'
  'reports'
  'lanes'
  'state'
  'drafts'
  'recordings'
  'photographs'
  recordEndsContainer
  deploymentContainer
  undeliveredContainer
]
var queues = ['translation-wanted', 'lanes', 'reviewer-calls']
var tables = ['editorial', 'deliveries', 'backlog', 'worklist', 'links', 'destinations', 'feeds', 'previews', 'reach', 'memory', 'meetings', 'record']

// Blob: Owner, because the host leases blobs. Queue and Table: Contributor, the least that may create and write.
var roles = [
  'b7e6dc6d-f1e8-4753-8033-0f276bb0955b' // Storage Blob Data Owner
  '974c5e8b-45b9-4653-ba55-5f855dd0fb88' // Storage Queue Data Contributor
  '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3' // Storage Table Data Contributor
]

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: identityName
}

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: 'Standard_ZRS' }
  properties: {
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    publicNetworkAccess: isOpen ? 'Enabled' : 'Disabled'
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: true
    deleteRetentionPolicy: { enabled: true, days: 30 }
    containerDeleteRetentionPolicy: { enabled: true, days: 30 }
  }
}

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2025-06-01' = {
  parent: account
  name: 'default'
}

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2025-06-01' = {
  parent: account
  name: 'default'
}

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = [
  for container in containers: {
    parent: blobs
    name: container
  }
]

resource recordEnds 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' existing = {
  parent: blobs
  name: recordEndsContainer
}

resource recordEndsStay 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2025-06-01' = if (!recordEndsLocked) {
  parent: recordEnds
  name: 'default'
  dependsOn: [container]
  properties: { immutabilityPeriodSinceCreationInDays: recordEndsDays, allowProtectedAppendWrites: true }
}

resource queue 'Microsoft.Storage/storageAccounts/queueServices/queues@2025-06-01' = [
  for queue in queues: {
    parent: queueService
    name: queue
  }
]

resource table 'Microsoft.Storage/storageAccounts/tableServices/tables@2025-06-01' = [
  for table in tables: {
    parent: tableService
    name: table
  }
]

// The host and the snapshots write the same blobs over and over: each write leaves a version behind.
resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-06-01' = {
  parent: account
  name: 'default'
  dependsOn: [blobs]
  properties: {
    policy: {
      rules: [
        {
          name: 'forget-old-versions'
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'] }
            actions: { version: { delete: { daysAfterCreationGreaterThan: 90 } } }
          }
        }
      ]
    }
  }
}

resource mayUse 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in roles: {
    name: guid(account.id, identity.id, role)
    scope: account
    properties: {
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

// Reads and writes would be many and dear; what is gone is what one asks for afterwards.
resource blobsTold 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'who-deleted-what'
  scope: blobs
  properties: { workspaceId: workspaceId, logs: [{ category: 'StorageDelete', enabled: true }] }
}

resource tablesTold 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'who-deleted-what'
  scope: tableService
  properties: { workspaceId: workspaceId, logs: [{ category: 'StorageDelete', enabled: true }] }
}

output endpoints object = account.properties.primaryEndpoints
output deploymentContainer string = deploymentContainer
