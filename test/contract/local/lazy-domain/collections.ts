export const collections = []
