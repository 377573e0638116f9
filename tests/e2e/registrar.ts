import { expect, type Page } from '@playwright/test'
import { translator } from '#app/messages/translator.ts'

/** The project of the replayed scenario S1-R: its pattern and dates as they were, names and words invented. */
export const project = {
  slug: 'lik-tilgang-til-kultur',
  title: {
    nb: 'Lik tilgang til kultur og opplæring',
    nn: 'Lik tilgang til kultur og opplæring for alle',
    en: 'Equal access to culture and education',
    sv: 'Lika tillgång till kultur och utbildning',
  },
  organiser: 'Departementet for opplæring (demo)',
  number: 'KOD071:00/2021',
  caseNumber: 'VT/24284/2021',
  mandate: {
    from: '2021-10-13',
    to: '2022-09-30',
    shown: '13.10.2021 – 30.9.2022',
    inEnglish: '13/10/2021 – 30/09/2022',
  },
  appointed: { on: '2021-10-13', shown: '13.10.2021', inEnglish: '13/10/2021' },
  goals: {
    nb: 'Lage et situasjonsbilde, og foreslå tiltak som gjelder hele sektoren.',
    nn: 'Lage eit situasjonsbilete, og føreslå tiltak som gjeld heile sektoren.',
    en: 'Draw a picture of the situation, and propose measures for the whole sector.',
    sv: 'Ta fram en lägesbild och föreslå åtgärder för hela sektorn.',
  },
  results: {
    nb: 'Situasjonsbildet er ferdig, og handlingsprogrammet har tolv tiltak.',
    nn: 'Situasjonsbiletet er ferdig, og handlingsprogrammet har tolv tiltak.',
    en: 'The picture of the situation is finished, and the programme has twelve measures.',
    sv: 'Lägesbilden är klar och åtgärdsprogrammet har tolv åtgärder.',
  },
  summary: {
    nb: 'Prosjektet skal gi alle etater samme forståelse av lik behandling.',
    nn: 'Prosjektet skal gi alle etatar same forståing av lik behandling.',
    en: 'The project shall give all agencies the same understanding of equal treatment.',
    sv: 'Projektet ska ge alla ämbetsverk samma uppfattning om lika behandling.',
  },
  /** Only in Swedish: the other pages show it as that. */
  scope: { sv: 'Omfattar ämbetsverken inom hela ansvarsområdet.' },
  regime: { nb: 'Innspill arkiveres som saksdokumenter.', nn: 'Innspel blir arkiverte som saksdokument.' },
  related: 'Situasjonsbilde 2022',
  chair: 'Marit Solheimsnes',
}

const t = translator('nb', 'workbench')
const register = translator('nb', 'public')

/** The administrator starts the record and names its first lead. */
export async function startRecord(page: Page) {
  await page.goto('/admin')
  await page.getByRole('link', { name: t('strategies.title') }).click()
  await page.getByLabel(t('strategies.titleNb')).fill(project.title.nb)
  await page.getByLabel(t('strategies.titleNn')).fill(project.title.nn)
  await page
    .getByLabel(t('strategies.kind'), { exact: true })
    .selectOption(register('register.kinds', { kind: 'project' }))
  await page.getByLabel(t('strategies.slug'), { exact: true }).fill(project.slug)
  await page.getByLabel(t('strategies.organiser'), { exact: true }).selectOption(project.organiser)
  await page.getByLabel(t('strategies.firstLead')).fill('ingen@opplaering.example')
  await page.getByRole('button', { name: t('strategies.create') }).click()
  // Nobody has that address: what was typed stays.
  await expect(page.locator('.ds-error-summary')).toContainText(t('registerErrors.lead-unknown'))
  await expect(page.getByLabel(t('strategies.titleNb'))).toHaveValue(project.title.nb)
  await page.getByLabel(t('strategies.firstLead')).fill('elin.strand@opplaering.example')
  await page.getByRole('button', { name: t('strategies.create') }).click()
  await expect(page.getByText(t('strategies.created'))).toBeVisible()
}

/** The lead finds the record in the overview and fills in what the register says. */
export async function fillIn(page: Page) {
  await openRegister(page)
  const fill = (name: string, value: string) => page.locator(`#${name}`).fill(value)
  for (const field of ['goals', 'summary'] as const) {
    await fill(`${field}Nb`, project[field].nb)
    await fill(`${field}Nn`, project[field].nn)
  }
  await unfold(page, 0)
  for (const field of ['title', 'goals', 'summary'] as const) {
    await fill(`${field}En`, project[field].en)
    await fill(`${field}Sv`, project[field].sv)
  }
  await fill('scopeSv', project.scope.sv)
  await fill('legalRegimeNb', project.regime.nb)
  await fill('legalRegimeNn', project.regime.nn)
  await fill('projectNumber', project.number)
  await fill('caseNumber', project.caseNumber)
  await fill('mandateFrom', project.mandate.from)
  await fill('mandateTo', project.mandate.to)
  await fill('appointedOn', project.appointed.on)
  await fill('contactEmail', 'register@opplaering.example')
  await page.locator('#status').selectOption('ongoing')
  await save(page)
}

/** Takes a number another strategy has, and is told so with everything typed kept. */
export async function takenNumber(page: Page) {
  await openRegister(page)
  await page.locator('#projectNumber').fill('dep042 00 2026')
  await page.getByRole('button', { name: t('register.save') }).click()
  await expect(page.locator('.ds-error-summary')).toContainText(
    t('registerErrors.project-number-taken', { number: 'dep042 00 2026' }),
  )
  await expect(page.locator('#projectNumber')).toHaveValue('dep042 00 2026')
}

/** Names a chair who is also the contact, and links to what came of the work. */
export async function addPeopleAndLinks(page: Page) {
  await openRegister(page)
  await page.getByRole('link', { name: t('register.people') }).click()
  const members = page.locator('#members')
  for (const role of ['chair', 'contact']) {
    await members.getByLabel(t('people.name'), { exact: true }).fill(project.chair)
    await members.getByLabel(t('people.role'), { exact: true }).selectOption(role)
    await members.getByRole('button', { name: t('people.addMember') }).click()
    await expect(page.getByText(t('people.done.member'))).toBeVisible()
  }
  const links = page.locator('#links')
  await links.getByLabel(t('people.titleNb')).fill(project.related)
  await links.getByLabel(t('people.linkKind')).selectOption('result')
  await links.getByLabel(t('people.href'), { exact: true }).fill('javascript:alert(1)')
  await links.getByRole('button', { name: t('people.addLink') }).click()
  await expect(page.locator('.ds-error-summary')).toContainText(t('registerErrors.address-not-safe'))
  await links.getByLabel(t('people.href'), { exact: true }).fill('https://opplaering.example/situasjonsbilde')
  await links.getByRole('button', { name: t('people.addLink') }).click()
  await expect(page.getByText(t('people.done.link'))).toBeVisible()
}

export async function publish(page: Page) {
  await openRegister(page)
  await page.getByRole('button', { name: t('register.publish') }).click()
  await expect(page.getByText(t('register.published'))).toBeVisible()
}

/** Staff see that the mandate has passed, on the overview and on the register; the status is as it was set. */
export async function seeWarning(page: Page) {
  await page.goto('/workbench')
  const day = project.mandate.shown.split(' – ')[1] ?? ''
  const ongoing = register('register.statuses', { status: 'ongoing' })
  await expect(page.getByText(t('overview.mandatePassed', { day, status: ongoing }))).toBeVisible()
  await openRegister(page)
  await expect(page.getByRole('heading', { name: t('register.mandateHeading', { day }) })).toBeVisible()
  await expect(page.locator('#status')).toHaveValue('ongoing')
}

/** Ends the work and writes down what came of it; the goals stay as they are. */
export async function endWithResults(page: Page) {
  await openRegister(page)
  await page.locator('#status').selectOption('ended')
  await page.locator('#resultsNb').fill(project.results.nb)
  await page.locator('#resultsNn').fill(project.results.nn)
  await unfold(page, 7)
  await page.locator('#resultsEn').fill(project.results.en)
  await page.locator('#resultsSv').fill(project.results.sv)
  await save(page)
  await expect(page.locator('#history')).toContainText('Elin Strand')
  await expect(page.getByText(t('register.mandateHeading', { day: '30.9.2022' }))).toHaveCount(0)
}

export async function rename(page: Page, slug: string) {
  await openRegister(page)
  await page.getByLabel(t('register.slug'), { exact: true }).fill(slug)
  await page.getByRole('button', { name: t('register.rename') }).click()
  // Not without saying yes.
  await expect(page.locator('.ds-error-summary')).toContainText(t('registerErrors.confirmationMissing'))
  await page.getByLabel(t('register.confirm')).check()
  await page.getByRole('button', { name: t('register.rename') }).click()
  await expect(page.getByText(t('register.renamed'))).toBeVisible()
}

async function openRegister(page: Page) {
  await page.goto('/workbench')
  await page
    .getByRole('navigation', { name: t('overview.strategyLinks', { strategy: project.title.nb }) })
    .getByRole('link', { name: t('overview.register') })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(project.title.nb)
}

/** Opens the fields in English and Swedish, which say how many of the twelve are written. */
async function unfold(page: Page, written: number) {
  await page.getByText(t('otherLanguages.summary', { written, all: 12 }), { exact: true }).click()
}

async function save(page: Page) {
  await page.getByRole('button', { name: t('register.save') }).click()
  await expect(page.getByText(t('register.saved'))).toBeVisible()
}
