export { clearProfile, confirmRequirement, setFact, useAnswered, useFacts } from './profile'
export { useCheck, type Check } from './use-check'
