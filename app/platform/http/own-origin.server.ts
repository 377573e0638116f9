import { config } from '../config.server.ts'

/** Where this service is on the web, for addresses people copy: as configured, else as it was asked. */
export function ownOrigin(request: Request): string {
  const { publicUrl } = config()
  return new URL(publicUrl ?? request.url).origin
}
