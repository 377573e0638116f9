import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'

const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((value) => value === '1')

const Environment = z.object({
  NODE_ENV: z.string().default('development'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  PUBLIC_URL: z.url().optional(),
  DATABASE_URL: z.string().startsWith('postgres').optional(),
  DATABASE_OWNER_URL: z.string().startsWith('postgres').optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  DATA_DIR: z.string().default('.data'),
  STORAGE_URL: z.url({ protocol: /^(file|s3)$/ }).optional(),
  FILES_URL: z.url({ protocol: /^https?$/ }).optional(),
  MAX_FILE_MB: z.coerce.number().int().min(1).max(200).default(20),
  MAX_FILES: z.coerce.number().int().min(1).max(100).default(20),
  CLAMD_URL: z.url({ protocol: /^tcp$/ }).optional(),
  MEILI_URL: z.url({ protocol: /^https?$/ }).optional(),
  MEILI_API_KEY: z.string().min(1).optional(),
  SMTP_URL: z.string().startsWith('smtp').optional(),
  MAIL_FROM: z.string().default('Innspill <ikke-svar@innspill.example>'),
  DEMO: flag,
  WORKER: z.enum(['on', 'off']).default('on'),
  PUBLISHER_NAME: z.string().trim().min(1).max(200).default('Innspill'),
  PUBLISHER_NUMBER: z
    .string()
    .regex(/^\d{9}$/)
    .optional(),
  PUBLISHER_EMAIL: z.email().optional(),
  ACCESSIBILITY_STATEMENT_URL: z.url({ protocol: /^https?$/ }).optional(),
  PAGE_CACHE_MB: z.coerce.number().int().min(0).max(4096).default(64),
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
})

/**
 * The settings of this process, read from the environment in this one place.
 * Throws with the name of every setting that cannot be used.
 */
export function config() {
  const parsed = Environment.safeParse(process.env)
  if (!parsed.success) throw new Error(`Unusable settings:\n${z.prettifyError(parsed.error)}`)
  const env = parsed.data
  return {
    production: env.NODE_ENV === 'production',
    port: env.PORT,
    publicUrl: env.PUBLIC_URL,
    databaseUrl: env.DATABASE_URL,
    databaseOwnerUrl: env.DATABASE_OWNER_URL,
    databasePool: env.DATABASE_POOL,
    dataDir: env.DATA_DIR,
    storageUrl: env.STORAGE_URL ?? pathToFileURL(path.resolve(env.DATA_DIR, 'files')).href,
    filesUrl: env.FILES_URL,
    largestFile: env.MAX_FILE_MB * 1024 * 1024,
    mostFiles: env.MAX_FILES,
    virusScanner: env.CLAMD_URL,
    meilisearch: env.MEILI_URL === undefined ? undefined : { url: env.MEILI_URL, apiKey: env.MEILI_API_KEY },
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    demo: env.DEMO,
    worker: env.WORKER === 'on',
    trustProxy: env.TRUST_PROXY,
    publisher: {
      name: env.PUBLISHER_NAME,
      number: env.PUBLISHER_NUMBER,
      email: env.PUBLISHER_EMAIL,
    },
    accessibilityStatementUrl: env.ACCESSIBILITY_STATEMENT_URL,
    pageCacheMb: env.PAGE_CACHE_MB,
    secureCookies: env.PUBLIC_URL?.startsWith('https:') ?? false,
  }
}

/** Lets a process that started its own Postgres tell the modules loaded after it, and its children, where it is. */
export function rememberDatabase(url: string) {
  process.env.DATABASE_URL = url
}
