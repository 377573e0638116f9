import arrowRight from '@navikt/aksel-icons/svg/ArrowRight.svg?raw'
import arrowsUpDown from '@navikt/aksel-icons/svg/ArrowsUpDown.svg?raw'
import arrowUndo from '@navikt/aksel-icons/svg/ArrowUndo.svg?raw'
import branching from '@navikt/aksel-icons/svg/Branching.svg?raw'
import buildings from '@navikt/aksel-icons/svg/Buildings3.svg?raw'
import bulletList from '@navikt/aksel-icons/svg/BulletList.svg?raw'
import check from '@navikt/aksel-icons/svg/Checkmark.svg?raw'
import checkCircle from '@navikt/aksel-icons/svg/CheckmarkCircle.svg?raw'
import checkCircleFill from '@navikt/aksel-icons/svg/CheckmarkCircleFill.svg?raw'
import chevronDown from '@navikt/aksel-icons/svg/ChevronDown.svg?raw'
import chevronLeft from '@navikt/aksel-icons/svg/ChevronLeft.svg?raw'
import chevronRight from '@navikt/aksel-icons/svg/ChevronRight.svg?raw'
import chevronUp from '@navikt/aksel-icons/svg/ChevronUp.svg?raw'
import circle from '@navikt/aksel-icons/svg/Circle.svg?raw'
import circleFill from '@navikt/aksel-icons/svg/CircleFill.svg?raw'
import clock from '@navikt/aksel-icons/svg/Clock.svg?raw'
import cog from '@navikt/aksel-icons/svg/Cog.svg?raw'
import warning from '@navikt/aksel-icons/svg/ExclamationmarkTriangle.svg?raw'
import files from '@navikt/aksel-icons/svg/Files.svg?raw'
import link from '@navikt/aksel-icons/svg/Link.svg?raw'
import search from '@navikt/aksel-icons/svg/MagnifyingGlass.svg?raw'
import menu from '@navikt/aksel-icons/svg/MenuHamburger.svg?raw'
import minusCircle from '@navikt/aksel-icons/svg/MinusCircle.svg?raw'
import numberList from '@navikt/aksel-icons/svg/NumberList.svg?raw'
import padlock from '@navikt/aksel-icons/svg/PadlockLocked.svg?raw'
import pencil from '@navikt/aksel-icons/svg/Pencil.svg?raw'
import person from '@navikt/aksel-icons/svg/Person.svg?raw'
import plusCircle from '@navikt/aksel-icons/svg/PlusCircle.svg?raw'
import printer from '@navikt/aksel-icons/svg/PrinterSmall.svg?raw'
import tag from '@navikt/aksel-icons/svg/Tag.svg?raw'
import tasklistSend from '@navikt/aksel-icons/svg/TasklistSend.svg?raw'
import trash from '@navikt/aksel-icons/svg/Trash.svg?raw'
import xMark from '@navikt/aksel-icons/svg/XMark.svg?raw'
import { drawnIcon, iconFromSvg } from './icon.tsx'

export const ArrowRightIcon = /* @__PURE__ */ iconFromSvg(arrowRight)
export const ArrowUndoIcon = /* @__PURE__ */ iconFromSvg(arrowUndo)
export const ArrowsUpDownIcon = /* @__PURE__ */ iconFromSvg(arrowsUpDown)
export const BranchingIcon = /* @__PURE__ */ iconFromSvg(branching)
export const BuildingsIcon = /* @__PURE__ */ iconFromSvg(buildings)
export const BulletListIcon = /* @__PURE__ */ iconFromSvg(bulletList)
export const CheckIcon = /* @__PURE__ */ iconFromSvg(check)
export const CheckCircleIcon = /* @__PURE__ */ iconFromSvg(checkCircle)
export const CheckCircleFillIcon = /* @__PURE__ */ iconFromSvg(checkCircleFill)
export const ChevronDownIcon = /* @__PURE__ */ iconFromSvg(chevronDown)
export const ChevronLeftIcon = /* @__PURE__ */ iconFromSvg(chevronLeft)
export const ChevronRightIcon = /* @__PURE__ */ iconFromSvg(chevronRight)
export const ChevronUpIcon = /* @__PURE__ */ iconFromSvg(chevronUp)
export const CircleIcon = /* @__PURE__ */ iconFromSvg(circle)
export const CircleFillIcon = /* @__PURE__ */ iconFromSvg(circleFill)
export const ClockIcon = /* @__PURE__ */ iconFromSvg(clock)
export const CogIcon = /* @__PURE__ */ iconFromSvg(cog)
export const FilesIcon = /* @__PURE__ */ iconFromSvg(files)
export const LinkIcon = /* @__PURE__ */ iconFromSvg(link)
export const MenuIcon = /* @__PURE__ */ iconFromSvg(menu)
export const MinusCircleIcon = /* @__PURE__ */ iconFromSvg(minusCircle)
export const NumberListIcon = /* @__PURE__ */ iconFromSvg(numberList)
export const PadlockIcon = /* @__PURE__ */ iconFromSvg(padlock)
export const PencilIcon = /* @__PURE__ */ iconFromSvg(pencil)
export const PersonIcon = /* @__PURE__ */ iconFromSvg(person)
export const PlusCircleIcon = /* @__PURE__ */ iconFromSvg(plusCircle)
export const PrinterIcon = /* @__PURE__ */ iconFromSvg(printer)
export const SearchIcon = /* @__PURE__ */ iconFromSvg(search)
export const TagIcon = /* @__PURE__ */ iconFromSvg(tag)
export const TasklistSendIcon = /* @__PURE__ */ iconFromSvg(tasklistSend)
export const TrashIcon = /* @__PURE__ */ iconFromSvg(trash)
export const WarningIcon = /* @__PURE__ */ iconFromSvg(warning)
export const XMarkIcon = /* @__PURE__ */ iconFromSvg(xMark)

/** Partly, or in progress. */
export const HalfCircleIcon = /* @__PURE__ */ drawnIcon(
  <>
    <circle cx="12" cy="12" r="8.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
    <path d="M12 3.5a8.5 8.5 0 0 1 0 17z" fill="currentColor" />
  </>,
)

/** The step we are at now. */
export const RingedDotIcon = /* @__PURE__ */ drawnIcon(
  <>
    <circle cx="12" cy="12" r="9.25" fill="none" stroke="currentColor" strokeWidth="1.75" />
    <circle cx="12" cy="12" r="5" fill="currentColor" />
  </>,
)
