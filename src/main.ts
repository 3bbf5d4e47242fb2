import { choosePorts, readConfig } from './config.ts'
import { openLog } from './platform/log.ts'
import { startPortal } from './portal.ts'
import { runProgram } from './program.ts'

await runProgram(async () => {
  const config = readConfig(await choosePorts())
  return startPortal(config, openLog(config.LOG_LEVEL))
})
