metadata description = 'Tells people by e-mail what the program finds when it looks at itself.'

param name string
param location string
param tags object
param insightsId string
param contacts string[]
@description('After how many days a credential is to be changed.')
param credentialDays int

// The gauges that the program tells when it has looked at itself, every quarter of an hour. Silence is as bad as trouble.
var rules = [
  { key: 'queue-age', says: 'What is to be done waits for more than ten minutes.', query: 'AppMetrics | where Name == "watch.queue.age" and Max > 600', operator: 'GreaterThan', severity: 2, window: 'PT30M' }
  { key: 'failed', says: 'Deliveries failed, or nobody knows whether they arrived.', query: 'AppMetrics | where Name == "watch.deliveries.troubled" and Max > 0', operator: 'GreaterThan', severity: 3, window: 'PT1H' }
  { key: 'dead-lanes', says: 'A channel refuses a credential: nothing goes out with it.', query: 'AppMetrics | where Name == "watch.lanes.stopped" and Max > 0', operator: 'GreaterThan', severity: 1, window: 'PT30M' }
  { key: 'dead-letters', says: 'Something could not be handled and waits on the page Troubles.', query: 'AppMetrics | where Name == "watch.dead.letters" and Max > 0', operator: 'GreaterThan', severity: 2, window: 'PT30M' }
  { key: 'credential-age', says: 'A credential is old and is to be changed.', query: 'AppMetrics | where Name == "watch.credential.age" and Max > ${credentialDays}', operator: 'GreaterThan', severity: 3, window: 'P1D' }
  { key: 'silence', says: 'The program says nothing: it does not run, or storage is away.', query: 'AppMetrics | where Name == "watch.queue.age"', operator: 'LessThan', severity: 1, window: 'PT1H' }
]

resource group 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-people'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: take(name, 12)
    enabled: true
    emailReceivers: [
      for (contact, index) in contacts: { name: 'contact-${index}', emailAddress: contact, useCommonAlertSchema: true }
    ]
  }
}

resource rule 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in rules: {
    name: '${name}-${rule.key}'
    location: location
    tags: tags
    properties: {
      displayName: rule.says
      description: rule.says
      severity: rule.severity
      enabled: true
      scopes: [insightsId]
      evaluationFrequency: rule.window
      windowSize: rule.window
      autoMitigate: true
      criteria: {
        allOf: [{ query: rule.query, timeAggregation: 'Count', operator: rule.operator, threshold: rule.operator == 'LessThan' ? 1 : 0 }]
      }
      actions: { actionGroups: [group.id] }
    }
  }
]
