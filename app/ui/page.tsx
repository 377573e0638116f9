import type { ReactNode } from 'react'
import { Breadcrumbs, type BreadcrumbTrail } from './breadcrumbs.tsx'
import { PageFoot, type PageFootProps } from './page-foot.tsx'
import { TopBar, type TopBarProps } from './top-bar.tsx'

/** Takes the keyboard straight to the main content. Must be the first thing on the page. */
export function SkipLink({ label }: { label: string }) {
  return (
    <a className="ds-skip-link" href="#main">
      {label}
    </a>
  )
}

/** Says on every page that what is shown is invented. */
export function DemoStrip({ label, children }: { label: string; children: ReactNode }) {
  return (
    <aside className="in-demo" aria-label={label}>
      <div className="in-wrap">{children}</div>
    </aside>
  )
}

export type PageFrameProps = {
  skipLabel: string
  demo?: { label: string; text: ReactNode }
  top: TopBarProps
  breadcrumbs?: BreadcrumbTrail
  /** The pages of the place this one is in. */
  localNav?: ReactNode
  children: ReactNode
}

/** The frame round a page anyone may read: airy, with a foot. */
export function PublicPage({ foot, ...frame }: PageFrameProps & { foot: PageFootProps }) {
  return (
    <div className="in-public">
      <Frame {...frame} />
      <PageFoot {...foot} />
    </div>
  )
}

/** The frame round a page for work: denser, on a wash. */
export function WorkPage(frame: PageFrameProps) {
  return (
    <div className="in-app" data-size="sm">
      <Frame {...frame} />
    </div>
  )
}

function Frame({ skipLabel, demo, top, breadcrumbs, localNav, children }: PageFrameProps) {
  return (
    <>
      <SkipLink label={skipLabel} />
      {demo && <DemoStrip label={demo.label}>{demo.text}</DemoStrip>}
      <TopBar {...top} />
      <div className="in-wrap">
        {breadcrumbs && <Breadcrumbs {...breadcrumbs} />}
        {localNav}
        <main id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
    </>
  )
}
