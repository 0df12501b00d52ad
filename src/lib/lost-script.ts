/** A mini-program's pages are all on the phone. The H5 build takes the `.h5` file beside this one. */
export function offerReloadWhenScriptIsLost(): void {}
