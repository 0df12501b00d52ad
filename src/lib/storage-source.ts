/** A mini-program runs once: nobody else changes its storage. The H5 build takes the `.h5` file beside this one. */
export function watchStorage(_tell: (key: string | null) => void): void {}
