import { PALETTE } from '../palette.ts';
import { type Canvas, plotOptions } from './canvas.ts';
import { cutLabel, lettersIn } from './label.ts';

/** A day as a number, for the scale of time: milliseconds, always of the same day. */
export type Instant = number;

/** Ateliers as marks and projets as bars, on the years. */
export interface TimelineChart {
  readonly kind: 'timeline';
  readonly annees: readonly string[];
  /** By date; named where they do not crowd. */
  readonly ateliers: readonly { readonly name: string; readonly first: Instant; readonly last: Instant }[];
  readonly projets: readonly {
    readonly label: string;
    readonly first: Instant;
    /** Null where it is unknown, or comes after the years shown. */
    readonly last: Instant | null;
  }[];
}

/** The first instant of a day, « 2022-05-31 ». */
export function instantOf(day: string): Instant {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return Date.UTC(year, month - 1, date);
}

/** Above so many levels, marks bear no names; above this height, they overlap: the picture stays on its page. */
const MOST_NAMED_LEVELS = 8;
const SMALL = 4.5;
const MOST_HEIGHT = 240;
const BAR = 12;

/** Draws the years, the ateliers on the first line, and a bar for each projet, an arrow where its end is open. */
export function drawTimeline({ annees, ateliers, projets }: TimelineChart, canvas: Canvas) {
  const { plot, width, fontSize, narrow } = canvas;
  const [start, end] = [instantOf(`${annees[0]}-01-01`), instantOf(`${Number(annees.at(-1)) + 1}-01-01`)];
  const scale = (instant: Instant) => Math.round(((instant - start) / (end - start)) * (width - 2) * 100) / 100 + 1;
  const withNames = stack(ateliers, { scale, radius: fontSize, width });
  const isNamed = countLevels(withNames) <= MOST_NAMED_LEVELS;
  const radius = isNamed ? fontSize : SMALL;
  const placed = isNamed ? withNames : stack(ateliers, { scale, radius, width });
  const rise = Math.min(2 * radius + 2, MOST_HEIGHT / countLevels(placed));
  const head = fontSize * 1.7;
  const top = head + fontSize * 1.7;
  const belowAteliers = top + (countLevels(placed) - 1) * rise + 2 * radius + 10;
  const letters = lettersIn(width - 8, fontSize);
  const named = projets.map((projet) => ({
    ...projet,
    lines: cutLabel(projet.label, { letters, lines: narrow ? 2 : 1 }),
  }));
  const text = Math.max(1, ...named.map(({ lines }) => lines.length)) * fontSize * 1.2;
  const step = text + BAR + 16;
  const bars = named.map(({ first, last, lines }, index) => ({
    x1: scale(Math.max(first, start)),
    x2: last === null ? width - 10 : Math.max(scale(last), scale(Math.max(first, start)) + 4),
    isOpen: last === null,
    y: belowAteliers + index * step + text + 8 + BAR / 2,
    lines,
  }));
  const height = Math.ceil(belowAteliers + bars.length * step + 6);
  const every = Math.ceil(annees.length / Math.floor(width / (fontSize * 3)));
  const years = annees.map((annee) => ({
    annee,
    x: scale(instantOf(`${annee}-01-01`)),
    middle: scale((instantOf(`${annee}-01-01`) + instantOf(`${Number(annee) + 1}-01-01`)) / 2),
  }));
  const level = ({ level: up }: Placed) => belowAteliers - 8 - radius - up * rise;
  const opening = { textAnchor: 'start', lineAnchor: 'bottom', fill: PALETTE.ink } as const;
  return plot.plot({
    ...plotOptions(canvas),
    margin: 0,
    height,
    x: { axis: null, type: 'identity' },
    y: { axis: null, type: 'identity' },
    marks: [
      plot.ruleX([...years.map(({ x }) => x), scale(end)], { stroke: PALETTE.line, y1: head, y2: height }),
      plot.text(
        years.filter((_, index) => index % every === 0),
        { x: 'middle', y: head - 5, text: 'annee', lineAnchor: 'bottom', fontWeight: 600, fill: PALETTE.ink },
      ),
      plot.ruleY([head], { stroke: PALETTE.grey }),
      plot.text(['Ateliers'], { x: 4, y: top - 3, text: (said: string) => said, fontWeight: 600, ...opening }),
      plot.link(
        placed.filter(({ x1, x2 }) => x2 - x1 > 2 * radius),
        { x1: 'x1', x2: 'x2', y: level, stroke: PALETTE.accent, strokeWidth: 2 },
      ),
      plot.dot(placed, { x: 'x', y: level, r: radius, fill: PALETTE.accent, stroke: '#ffffff' }),
      ...(!isNamed
        ? []
        : [
            plot.text(placed, {
              x: 'x',
              y: level,
              text: 'name',
              fill: '#ffffff',
              fontWeight: 600,
              fontSize: fontSize - 0.4,
            }),
          ]),
      plot.text(bars, {
        x: 4,
        y: ({ y }: Bar) => y - BAR / 2 - 5,
        text: ({ lines }: Bar) => lines.join('\n'),
        ...opening,
      }),
      plot.rect(bars, {
        x1: 'x1',
        x2: 'x2',
        y1: ({ y }: Bar) => y - BAR / 2,
        y2: ({ y }: Bar) => y + BAR / 2,
        fill: PALETTE.accentMid,
        stroke: PALETTE.accent,
      }),
      plot.dot(
        bars.filter(({ isOpen }) => isOpen),
        { x: width - 6, y: 'y', r: 6, symbol: 'triangle', rotate: 90, fill: PALETTE.accent },
      ),
    ],
  });
}

function countLevels(placed: readonly Placed[]): number {
  return Math.max(0, ...placed.map(({ level }) => level)) + 1;
}

interface Bar {
  readonly y: number;
  readonly lines: readonly string[];
}

interface Placed {
  readonly name: string;
  readonly x: number;
  readonly x1: number;
  readonly x2: number;
  readonly level: number;
}

/** Marks in the middle of their days, each on the lowest level where it touches no other. */
function stack(
  ateliers: TimelineChart['ateliers'],
  { scale, radius, width }: { scale: (instant: Instant) => number; radius: number; width: number },
): Placed[] {
  const ends: number[] = [];
  return ateliers
    .map(({ name, first, last }) => ({ name, x1: scale(first), x2: scale(last) }))
    .map((mark) => ({ ...mark, x: Math.min(width - radius - 1, Math.max(radius + 1, (mark.x1 + mark.x2) / 2)) }))
    .sort((a, b) => a.x - b.x)
    .map((mark) => {
      const free = ends.findIndex((end) => end + 2 * radius + 2 <= mark.x);
      const level = free < 0 ? ends.length : free;
      ends[level] = mark.x;
      return { ...mark, level };
    });
}
