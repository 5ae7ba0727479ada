metadata description = 'Says by e-mail when the group costs more than was meant.'

param name string
@description('In the currency of the subscription, a month.')
@minValue(1)
param amount int
param contacts string[]
@description('The first day of the first month.')
param start string

resource budget 'Microsoft.Consumption/budgets@2024-08-01' = {
  name: '${name}-budget'
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: { startDate: start }
    notifications: {
      half: { enabled: true, operator: 'GreaterThan', threshold: 50, thresholdType: 'Actual', contactEmails: contacts }
      all: { enabled: true, operator: 'GreaterThan', threshold: 100, thresholdType: 'Actual', contactEmails: contacts }
      expected: { enabled: true, operator: 'GreaterThan', threshold: 100, thresholdType: 'Forecasted', contactEmails: contacts }
    }
  }
}
