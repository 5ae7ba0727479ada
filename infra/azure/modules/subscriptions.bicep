metadata description = 'One subscription a blob trigger. Not before the code runs: the host makes the key blobs_extension when it first loads a blob trigger, and answers the handshake of Event Grid itself.'

param topicName string
param storageName string
param undeliveredContainer string
param appName string

var triggers = [
  { container: 'content', function: 'HandInContent' }
  { container: 'approved', function: 'HandInApproved' }
  { container: 'directory', function: 'HandInDirectory' }
]

resource storage 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: storageName
}

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: appName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
}

resource subscription 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = [
  for trigger in triggers: {
    parent: topic
    name: trigger.container
    properties: {
      eventDeliverySchema: 'EventGridSchema'
      destination: {
        endpointType: 'WebHook'
        properties: {
          endpointUrl: 'https://${app.properties.defaultHostName}/runtime/webhooks/blobs?functionName=Host.Functions.${trigger.function}&code=${listKeys('${app.id}/host/default', '2025-03-01').systemKeys.blobs_extension}'
          maxEventsPerBatch: 1
          preferredBatchSizeInKilobytes: 64
        }
      }
      filter: {
        includedEventTypes: ['Microsoft.Storage.BlobCreated']
        // Only what people hand in: the program writes to every other container itself.
        subjectBeginsWith: '/blobServices/default/containers/${trigger.container}/blobs/'
      }
      retryPolicy: { maxDeliveryAttempts: 30, eventTimeToLiveInMinutes: 1440 }
      // Nothing lost: an event that nobody took for a day is kept, and the program looks at the file that it names.
      deadLetterWithResourceIdentity: {
        identity: { type: 'SystemAssigned' }
        deadLetterDestination: {
          endpointType: 'StorageBlob'
          properties: { resourceId: storage.id, blobContainerName: undeliveredContainer }
        }
      }
    }
  }
]
