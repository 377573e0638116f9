import type {} from 'use-intl'
import type { Locale } from '../platform/locale.ts'
import enAuth from './en/auth.json' with { type: 'json' }
import enFrame from './en/frame.json' with { type: 'json' }
import enPublic from './en/public.json' with { type: 'json' }
import enWorkbench from './en/workbench.json' with { type: 'json' }
import enWorkspace from './en/workspace.json' with { type: 'json' }
import nbAuth from './nb/auth.json' with { type: 'json' }
import nbFrame from './nb/frame.json' with { type: 'json' }
import nbPublic from './nb/public.json' with { type: 'json' }
import nbWorkbench from './nb/workbench.json' with { type: 'json' }
import nbWorkspace from './nb/workspace.json' with { type: 'json' }
import nnAuth from './nn/auth.json' with { type: 'json' }
import nnFrame from './nn/frame.json' with { type: 'json' }
import nnPublic from './nn/public.json' with { type: 'json' }
import nnWorkbench from './nn/workbench.json' with { type: 'json' }
import nnWorkspace from './nn/workspace.json' with { type: 'json' }
import svAuth from './sv/auth.json' with { type: 'json' }
import svFrame from './sv/frame.json' with { type: 'json' }
import svPublic from './sv/public.json' with { type: 'json' }
import svWorkbench from './sv/workbench.json' with { type: 'json' }
import svWorkspace from './sv/workspace.json' with { type: 'json' }

const nb = { frame: nbFrame, public: nbPublic, auth: nbAuth, workspace: nbWorkspace, workbench: nbWorkbench }
const nn = { frame: nnFrame, public: nnPublic, auth: nnAuth, workspace: nnWorkspace, workbench: nnWorkbench }
const en = { frame: enFrame, public: enPublic, auth: enAuth, workspace: enWorkspace, workbench: enWorkbench }
const sv = { frame: svFrame, public: svPublic, auth: svAuth, workspace: svWorkspace, workbench: svWorkbench }

/** The words of every screen. Bokmål names the keys; a language that lacks one does not compile. */
export type Messages = typeof nb

export const catalogue: Record<Locale, Messages> = { nb, nn, en, sv }

declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: Messages
  }
}
