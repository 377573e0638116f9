import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { Select } from '#app/ui/field.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { ListPreview, RowProblem } from '../invitation-list.ts'
import type { FilterPreview } from '../invitation-preview.server.ts'

type Body = { id: string; label: string }

/** As many names as stand open; the others unfold. */
const open = 12

function Names({ bodies, more = 0 }: { bodies: readonly Body[]; more?: number }) {
  const t = useTranslations('workbench.invitations')
  const rest = bodies.slice(open)
  return (
    <div>
      <ul className="in-plain">
        {bodies.slice(0, open).map(({ id, label }) => (
          <li key={id}>{label}</li>
        ))}
      </ul>
      {rest.length + more > 0 && (
        <details className="in-fold">
          <summary>{t('andMore', { count: rest.length + more })}</summary>
          <ul className="in-plain">
            {rest.map(({ id, label }) => (
              <li key={id}>{label}</li>
            ))}
          </ul>
          {more > 0 && rest.length > 0 && <p>{t('andMore', { count: more })}</p>}
        </details>
      )}
    </div>
  )
}

type FilterProps = {
  place: string
  formKey: string
  preview: FilterPreview
  filter: { kind: readonly string[]; county: string | null }
}

/** Whom a choice in the register would invite; nobody is before somebody says so. */
export function PreviewedFilter({ place, formKey, preview, filter }: FilterProps) {
  const t = useTranslations('workbench.invitations')
  const { bodies, already, invite, first } = preview
  return (
    <Panel id="preview" heading={t('preview')} tone="wash">
      <div className="in-stack in-stack--3">
        <p>{t('filterSum', { bodies, already })}</p>
        {invite > 0 ? (
          <form method="post" action={place} className="in-stack in-stack--3">
            <input type="hidden" name="act" value="invite" />
            <input type="hidden" name="key" value={formKey} />
            <input type="hidden" name="expected" value={invite} />
            {filter.kind.map((kind) => (
              <input key={kind} type="hidden" name="kind" value={kind} />
            ))}
            {filter.county && <input type="hidden" name="county" value={filter.county} />}
            <h3 className="in-h3">{t('willBe', { count: invite })}</h3>
            <Names bodies={first} more={invite - first.length} />
            <div className="in-row">
              <Button>{t('inviteCount', { count: invite })}</Button>
              <a href={place}>{t('back')}</a>
            </div>
          </form>
        ) : (
          <p>{t('nothingToInvite')}</p>
        )}
      </div>
    </Panel>
  )
}

type ListProps = { place: string; formKey: string; preview: ListPreview }

/** Whom a list means: those who become invited, those who are, and every row that invites nobody and why. */
export function PreviewedList({ place, formKey, preview }: ListProps) {
  const t = useTranslations('workbench.invitations')
  const { invite, already, problems } = preview
  const choosable = problems.some(({ candidates }) => candidates.length > 0)
  return (
    <Panel id="preview" heading={t('preview')} tone="wash">
      <form method="post" action={place} className="in-stack in-stack--3">
        <input type="hidden" name="act" value="invite" />
        <input type="hidden" name="key" value={formKey} />
        <p role="status">
          {t('previewSum', {
            ...{ invite: invite.length, already: already.length, problems: problems.length },
          })}
        </p>
        {problems.length > 0 && (
          <>
            <h3 className="in-h3">{t('problems', { count: problems.length })}</h3>
            <ul className="in-list">
              {problems.map((problem) => (
                <li key={problem.row}>
                  <Problem problem={problem} />
                </li>
              ))}
            </ul>
          </>
        )}
        {invite.length > 0 && (
          <>
            <h3 className="in-h3">{t('willBe', { count: invite.length })}</h3>
            <Names bodies={invite} />
            {invite.map(({ id }) => (
              <input key={id} type="hidden" name="organisation" value={id} />
            ))}
          </>
        )}
        {already.length > 0 && (
          <>
            <h3 className="in-h3">{t('already', { count: already.length })}</h3>
            <Names bodies={already} />
          </>
        )}
        <div className="in-row">
          {(invite.length > 0 || choosable) && (
            <Button>{t('inviteCount', { count: choosable ? 0 : invite.length })}</Button>
          )}
          <a href="#paste">{t('mend')}</a>
        </div>
      </form>
    </Panel>
  )
}

function Problem({ problem }: { problem: RowProblem }) {
  const t = useTranslations('workbench.invitations')
  const { row, column, written, reason, first = 0, meant = '', candidates } = problem
  const at = column === null ? t('at', { row }) : t('atColumn', { row, column })
  const sentence = t(`problem.${reason}`, { written: written.slice(0, 120), first, meant })
  if (candidates.length === 0)
    return (
      <p>
        <strong>{at}:</strong> {sentence}
      </p>
    )
  return (
    <Select
      name="organisation"
      id={`row-${row}`}
      label={
        <>
          {at}: {sentence}
        </>
      }
      emptyLabel={t('nobodyMeant')}
      options={candidates.map(({ id, label }) => ({ value: id, label }))}
    />
  )
}
