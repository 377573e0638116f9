import { and, asc, eq, isNotNull, like, or, sql } from 'drizzle-orm'
import { database } from '#app/platform/database.server.ts'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import {
  answers,
  findings,
  findingVersions,
  inputVersions,
  strategies,
  strategyAddresses,
} from '#db/schema/index.ts'
import { referencesIn } from './paragraph-reference.ts'

/** Where somebody refers to a paragraph by its address: a published finding, or an answer that was sent. */
export type ParagraphReference = {
  id: string
  kind: 'finding' | 'answer'
  anchor: string
  title: LocalisedText
  href: string
}

/** Most findings and most answers with references that are looked through. */
const mostRows = 200

/**
 * References to paragraphs of a version in a strategy's published findings and in the answers it was sent. Staff see
 * them; the caller has asked the policy. Readers copy a paragraph's address, so the address is what is looked for.
 */
export async function listParagraphReferences(
  strategyId: string,
  document: string,
  version: number,
): Promise<ParagraphReference[]> {
  const { db } = database()
  const address = `/documents/${document}/${version}#avsnitt-`
  const pattern = `%${address}%`
  const [slugs, inFindings, inAnswers] = await Promise.all([
    listSlugs(strategyId),
    db
      .select({
        ...{ id: findings.id, roundId: findings.roundId },
        ...{ title: findingVersions.title, text: findingVersions.text },
      })
      .from(findings)
      .innerJoin(
        findingVersions,
        and(
          eq(findingVersions.findingId, findings.id),
          eq(findingVersions.revision, findings.publishedRevision),
        ),
      )
      .where(
        and(
          eq(findings.strategyId, strategyId),
          isNotNull(findings.publishedAt),
          like(sql`${findingVersions.text}::text`, pattern),
        ),
      )
      .orderBy(asc(findings.position), asc(findings.id))
      .limit(mostRows),
    db
      .select({
        ...{ id: answers.id, inputId: inputVersions.inputId, sender: inputVersions.senderName },
        text: answers.canonicalText,
        body: sql<string | null>`${answers.body}::text`,
      })
      .from(answers)
      .innerJoin(inputVersions, eq(inputVersions.id, answers.versionId))
      .where(
        and(
          eq(answers.strategyId, strategyId),
          or(like(answers.canonicalText, pattern), like(sql`${answers.body}::text`, pattern)),
        ),
      )
      .orderBy(asc(answers.id))
      .limit(mostRows),
  ])
  const anchorsIn = (text: string) => referencesIn(text, { strategies: slugs, document, version })
  return [
    ...inFindings.flatMap(({ id, roundId, title, text }) =>
      anchorsIn(Object.values(text).join('\n')).map(
        (anchor): ParagraphReference => ({
          ...{ id: `${id} ${anchor}`, kind: 'finding', anchor, title },
          href: `/workbench/rounds/${roundId}/findings/${id}`,
        }),
      ),
    ),
    ...inAnswers.flatMap(({ id, inputId, sender, text, body }) =>
      anchorsIn(`${text ?? ''}\n${body ?? ''}`).map(
        (anchor): ParagraphReference => ({
          ...{ id: `${id} ${anchor}`, kind: 'answer', anchor, title: { nb: sender, nn: sender } },
          href: `/workbench/inputs/${inputId}`,
        }),
      ),
    ),
  ]
}

// Addresses copied before the strategy was renamed still lead here.
async function listSlugs(strategyId: string): Promise<string[]> {
  const { db } = database()
  const [now, before] = await Promise.all([
    db.select({ slug: strategies.slug }).from(strategies).where(eq(strategies.id, strategyId)),
    db
      .select({ slug: strategyAddresses.slug })
      .from(strategyAddresses)
      .where(eq(strategyAddresses.strategyId, strategyId))
      .limit(100),
  ])
  return [...now, ...before].map(({ slug }) => slug)
}
