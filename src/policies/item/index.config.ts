export default definePageConfig({ navigationBarTitleText: '政策事项', enableShareAppMessage: true, enableShareTimeline: true })
