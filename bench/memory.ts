/** How much more memory this process takes at its largest, in megabytes. */
export function watchMemory() {
  const before = process.memoryUsage.rss()
  let largest = before
  const timer = setInterval(() => {
    largest = Math.max(largest, process.memoryUsage.rss())
  }, 20)
  return {
    stop() {
      clearInterval(timer)
      return (largest - before) / 1_000_000
    },
  }
}
