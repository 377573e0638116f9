import { existsSync } from 'node:fs'
import { chromium, type LaunchOptions } from '@playwright/test'

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
]

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A Chromium to test with: the system's, else Playwright's own, else the one npm carries. */
export async function launchOptions(): Promise<LaunchOptions> {
  const system = process.env.CHROMIUM ?? installed.find((place) => existsSync(place))
  if (system) return { executablePath: system, args: quiet }
  if (existsSync(chromium.executablePath())) return { args: quiet }
  const packaged = (await import('@sparticuz/chromium')).default
  // Its own flags are for a cloud function: one process, and no web security, which sends no Origin.
  return { executablePath: await packaged.executablePath(), args: quiet }
}
