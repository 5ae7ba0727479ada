using 'main.bicep'

param name = 'dissem'
param location = 'southeastasia'
param credentials = ['telegram_tinh']

// False for the first deployment, true for every one after the code has been published (docs/deployment.md).
param deployEventSubscriptions = false
