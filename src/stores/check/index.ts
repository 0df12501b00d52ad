export { clearProfile, confirmRequirement, profileOf, setFact, useAnswered, useFacts } from './profile'
export { useCheck, type Check } from './use-check'
