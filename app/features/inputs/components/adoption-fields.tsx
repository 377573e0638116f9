import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import {
  ADOPTION_LEVELS,
  type HandlingProblems,
  mostSteps,
  stepField,
  type TypedHandling,
} from '../handling.ts'

type Fields = { typed: TypedHandling; problems: HandlingProblems }

/** Who adopted it and when, and who treated it before. `rows` is how many earlier steps there is room for. */
export function AdoptionFields({ typed, problems, rows }: Fields & { rows: number }) {
  const t = useTranslations('workspace.handling')
  const field = useField({ typed, problems })
  return (
    <>
      <RadioGroup
        name="level"
        legend={t('level')}
        options={[...ADOPTION_LEVELS]
          .reverse()
          .map((level) => ({ value: level, label: t(`levels.${level}`) }))}
        defaultValue={typed.level}
        error={problems.level && t(`problem.${problems.level}`)}
      />
      <TextField {...field('body')} label={t('body')} help={t('plannedBodyHelp')} />
      <TextField {...field('on')} label={t('on')} help={t('dayHelp')} />
      <TextField {...field('caseNumber')} label={t('caseNumber')} help={t('caseNumberHelp')} />
      <fieldset className="ds-fieldset">
        <legend className="ds-label">{t('steps')}</legend>
        <div data-field="description">{t('stepsText')}</div>
        <div className="in-stack in-stack--5">
          {Array.from({ length: rows }, (_, at) => at + 1).map((at) => (
            <Step key={at} at={at} typed={typed} problems={problems} />
          ))}
        </div>
      </fieldset>
      <input type="hidden" name="rows" value={rows} />
      {rows < mostSteps && (
        <div>
          <Button variant="secondary" size="sm" name="act" value="more">
            {t('more')}
          </Button>
        </div>
      )}
    </>
  )
}

function Step({ at, typed, problems }: Fields & { at: number }) {
  const t = useTranslations('workspace.handling')
  const field = useField({ typed, problems })
  return (
    <fieldset className="ds-fieldset">
      <legend className="ds-label">{t('step', { number: at })}</legend>
      <div className="in-handling-step">
        <TextField {...field(stepField(at, 'body'))} label={t('stepBody')} />
        <TextField {...field(stepField(at, 'on'))} label={t('stepOn')} />
        <TextField {...field(stepField(at, 'caseNumber'))} label={t('stepCase')} />
        <TextArea {...field(stepField(at, 'decision'))} label={t('stepDecision')} rows={2} />
      </div>
    </fieldset>
  )
}

// What was typed comes back in its field, with the sentence about it.
function useField({ typed, problems }: Fields) {
  const t = useTranslations('workspace.handling.problem')
  return (name: string) => {
    const problem = problems[name]
    return { name, defaultValue: typed[name], error: problem && t(problem) }
  }
}
