// `npm start`: the portal with the demo around it, or the portal alone with DEMO=off.
import { requireNode } from './node.js'

requireNode()
await import(process.env.DEMO && process.env.DEMO !== 'on' ? '../src/main.ts' : '../demo/main.ts')
