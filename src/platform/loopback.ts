/** What stays on the machine itself needs no encryption on its way. As `hostname` of a URL. */
export const isLoopback = (hostname: string): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)
