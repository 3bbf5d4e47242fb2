import { readConfig } from './config.ts'
import { openLog } from './platform/log.ts'
import { freePort } from './platform/port.ts'
import { startPortal } from './portal.ts'
import { runProgram } from './program.ts'

await runProgram(async () => {
  for (const port of ['PORT', 'TLS_PORT'])
    if (process.env[port] === '0') process.env[port] = `${await freePort()}`
  const config = readConfig()
  return startPortal(config, openLog(config.LOG_LEVEL))
})
