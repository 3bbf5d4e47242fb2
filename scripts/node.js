export const wantedNode = 24

/** The program's files are TypeScript, which older versions do not read. */
export function requireNode() {
  if (Number(/\d+/.exec(process.version)?.[0]) >= wantedNode) return
  console.error(
    `Node ${wantedNode} or newer is needed and this is ${process.version}: use npm start, which brings it.`,
  )
  process.exit(1)
}
