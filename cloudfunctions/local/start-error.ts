/** Why the server cannot start, in one Chinese line that says what to do. Shown without a stack. */
export class StartError extends Error {}
