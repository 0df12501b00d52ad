/** Mini-programs keep their own code on the phone: nothing to do. The H5 build takes the `.h5` file beside this one. */
export function registerServiceWorker(): void {}
