/**
 * Keeps zod from compiling its checks, which the content policy forbids and reports. Imported before everything else:
 * a schema looks at this when it is made, and schemas are made while modules are being read.
 */
import { z } from 'zod'

z.config({ jitless: true })
