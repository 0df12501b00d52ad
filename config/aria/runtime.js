// Runs on the phone, before the app.
const { mergeInternalComponents } = require('@tarojs/shared')
const attributes = require('./attributes')

mergeInternalComponents(attributes)
