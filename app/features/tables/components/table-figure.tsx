import { Group } from '@visx/group'
import { scaleLinear } from '@visx/scale'
import { Bar, Line } from '@visx/shape'
import { BAR_HEIGHT, type Figure, type FigureBar } from '../figure.ts'

// The colours of tokens.css. A figure is a document of its own and does not see the page's; on paper it is always light.
const rules = `
text{font:400 15px system-ui,sans-serif;fill:#292c30}
.title{font-weight:600;font-size:17px}
.number{font-variant-numeric:tabular-nums;fill:#5b5d60}
.paper,.ground{fill:#fff}.ground{stroke:#8a8d91}
.edge{stroke:#fff}
.for{fill:#0b5c6c}.part{fill:url(#part)}.against{fill:#b4541a}.neutral{fill:url(#neutral)}.unclear{fill:url(#unclear)}
.mentioned{fill:#7fb3bd}.none{fill:#c6c9cc}.na{fill:#fff}
.o1{fill:#005f99}.o2{fill:#e2a06f}.o3{fill:#00694d}.o4{fill:#d9a3c6}.o5{fill:#735700}.o6{fill:#b5a8e0}.o7{fill:#46525e}
.stripe{stroke:#0b5c6c}.stripe-ground{fill:#7fb3bd}.dot{fill:#46525e}.dot-ground{fill:#e7ebef}.cross{stroke:#735700}.cross-ground{fill:#faf0cc}
@media screen and (prefers-color-scheme:dark){
text{fill:#e8eaec}.number{fill:#b4b8bc}.paper,.ground{fill:#171a1d}.edge{stroke:#171a1d}
.for{fill:#7cc0cd}.against{fill:#e08a55}.mentioned{fill:#3d7884}.none{fill:#585e64}.na{fill:#171a1d}
.o1{fill:#8ec7f0}.o2{fill:#a8613a}.o3{fill:#86d5b6}.o4{fill:#8f4d78}.o5{fill:#e0c66a}.o6{fill:#6e5fb0}.o7{fill:#b9c3cc}
.stripe{stroke:#7cc0cd}.stripe-ground{fill:#3d7884}.dot{fill:#b9c3cc}.dot-ground{fill:#2b3238}.cross{stroke:#e0c66a}.cross-ground{fill:#3a2f0c}
}`

/** `number` and `of` write a number in the reader's language, as "3 785" and "of 3 785". */
type TableFigureProps = {
  figure: Figure
  number: (number: number) => string
  of: (number: number) => string
}

/** A table as bars, a drawing of its own. Drawn on the server only; the table beside it has every number. */
export function TableFigure({ figure, number, of }: TableFigureProps) {
  const { title, legend, bars, width, height } = figure
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      role="img"
      aria-label={title}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      <title>{title}</title>
      <style>{rules}</style>
      <Patterns />
      {/* Whatever it is laid on, its own colours stand on its own ground. */}
      <rect className="paper" width={width} height={height} />
      <text className="title" y={20}>
        {shortened(title, Math.floor(width / 9.2))}
      </text>
      {legend.map(({ key, label, paint, x, y }) => (
        <Group key={key} left={x} top={y}>
          <rect className="ground" width={16} height={16} y={-4} />
          <rect className={paint} width={16} height={16} y={-4} />
          <text x={24} y={10}>
            {label}
          </text>
        </Group>
      ))}
      {bars.map((bar) => (
        <Group key={bar.key} top={bar.y}>
          <text y={14}>{shortened(bar.label, Math.floor((width - 90) / 9))}</text>
          <text className="number" x={width} y={14} textAnchor="end">
            {bar.parts.length === 1 ? `${number(bar.parts[0]?.senders ?? 0)} ${of(bar.of)}` : number(bar.of)}
          </text>
          <Group top={22}>
            <Parts bar={bar} width={width} />
          </Group>
        </Group>
      ))}
    </svg>
  )
}

function Parts({ bar, width: all }: { bar: FigureBar; width: number }) {
  const scale = scaleLinear<number>({ domain: [0, bar.of], range: [0, all] })
  let before = 0
  return (
    <>
      <Bar className="ground" width={all} height={BAR_HEIGHT} strokeWidth={1} />
      {bar.parts.map(({ key, paint, senders }) => {
        const [from, to] = [scale(before), scale(before + senders)]
        before += senders
        if (senders === 0) return null
        return (
          <Group key={key}>
            <Bar className={paint} x={from} width={to - from} height={BAR_HEIGHT} />
            {from > 0 && (
              <Line
                className="edge"
                from={{ x: from, y: 0 }}
                to={{ x: from, y: BAR_HEIGHT }}
                strokeWidth={2}
              />
            )}
          </Group>
        )
      })}
      <Bar className="ground" width={all} height={BAR_HEIGHT} strokeWidth={1} fillOpacity={0} />
    </>
  )
}

// Colour is never alone: what lies between for and against has a pattern of its own.
function Patterns() {
  const square = { width: 7, height: 7, patternUnits: 'userSpaceOnUse' }
  return (
    <defs>
      <pattern id="part" {...square} patternTransform="rotate(45)">
        <rect width={7} height={7} className="stripe-ground" />
        <line x1={1} x2={1} y2={7} strokeWidth={2} className="stripe" />
      </pattern>
      <pattern id="neutral" {...square}>
        <rect width={7} height={7} className="dot-ground" />
        <circle cx={3.5} cy={3.5} r={1.4} className="dot" />
      </pattern>
      <pattern id="unclear" {...square}>
        <rect width={7} height={7} className="cross-ground" />
        <path d="M0 0 7 7M7 0 0 7" strokeWidth={1} className="cross" />
      </pattern>
    </defs>
  )
}

const shortened = (words: string, most: number) =>
  words.length > most ? `${words.slice(0, most - 1).trimEnd()}…` : words
