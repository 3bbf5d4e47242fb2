// Loaded into every test file of a run: one that failed may have left something open, which would hold the run up.
// The runner's own --test-force-exit would cut off the last results.
import { after } from 'node:test'

const patience = 5000

if (process.argv[1]?.endsWith('.test.ts'))
  after(() => {
    const end = () => {
      console.error(`${process.argv[1]} left open: ${process.getActiveResourcesInfo().join(', ')}`)
      process.exit()
    }
    setTimeout(end, patience).unref()
  })
