import type { Canvas } from './canvas.ts';
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

/** Where everything stands, in units of the picture. */
export interface TimelineLayout {
  readonly height: number;
  /** Of the line under the years. */
  readonly head: number;
  /** Of the foot of the word « Ateliers ». */
  readonly title: number;
  readonly years: readonly { readonly annee: string; readonly x: number; readonly middle: number }[];
  readonly end: number;
  readonly marks: readonly Mark[];
  readonly radius: number;
  /** Whether marks have room for names. */
  readonly isNamed: boolean;
  readonly bars: readonly Bar[];
}

/** An atelier: where its mark stands, and the days over which it may have been. */
export interface Mark {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly x1: number;
  readonly x2: number;
}

/** A projet: its bar, and the lines of its name above. */
export interface Bar {
  readonly x1: number;
  readonly x2: number;
  /** Its end is unknown, or comes later. */
  readonly isOpen: boolean;
  readonly y1: number;
  readonly y2: number;
  readonly lines: readonly string[];
}

type Scale = (instant: Instant) => number;

/** Lays a timeline out over the whole width. */
export function layOutTimeline({ annees, ateliers, projets }: TimelineChart, canvas: Canvas): TimelineLayout {
  const { width, fontSize } = canvas;
  const [start, end] = [instantOf(`${annees[0]}-01-01`), startAfter(annees.at(-1))];
  const scale: Scale = (instant) => Math.round(((instant - start) / (end - start)) * (width - 2) * 100) / 100 + 1;
  const head = fontSize * 1.7;
  const title = head + fontSize * 1.7 - 3;
  const { marks, radius, isNamed, foot } = layOutMarks(ateliers, { scale, top: title + 3, canvas });
  const bars = layOutBars(projets, { scale, start, top: foot, canvas });
  return {
    height: Math.ceil((bars.at(-1)?.y2 ?? foot) + 14),
    head,
    title,
    years: annees.map((annee) => ({
      annee,
      x: scale(instantOf(`${annee}-01-01`)),
      middle: scale((instantOf(`${annee}-01-01`) + startAfter(annee)) / 2),
    })),
    end: scale(end),
    marks,
    radius,
    isNamed,
    bars,
  };
}

function startAfter(annee: string | undefined): Instant {
  return instantOf(`${Number(annee) + 1}-01-01`);
}

/** Above so many levels, marks bear no names; above this height, they overlap: the picture stays on its page. */
const MOST_NAMED_LEVELS = 8;
const SMALL = 4.5;
const MOST_HEIGHT = 240;

function layOutMarks(
  ateliers: TimelineChart['ateliers'],
  { scale, top, canvas }: { scale: Scale; top: number; canvas: Canvas },
) {
  const { width, fontSize } = canvas;
  const room = ateliers.some(({ name }) => name.length > 2) ? fontSize * 1.2 : fontSize;
  const withNames = stack(ateliers, { scale, radius: room, width });
  const isNamed = countLevels(withNames) <= MOST_NAMED_LEVELS;
  const radius = isNamed ? room : SMALL;
  const placed = isNamed ? withNames : stack(ateliers, { scale, radius, width });
  const rise = Math.min(2 * radius + 2, MOST_HEIGHT / countLevels(placed));
  const foot = top + (countLevels(placed) - 1) * rise + 2 * radius + 10;
  const marks = placed.map(({ level, ...mark }): Mark => ({ ...mark, y: foot - 8 - radius - level * rise }));
  return { marks, radius, isNamed, foot };
}

type Placed = Omit<Mark, 'y'> & { readonly level: number };

/** Marks in the middle of their days, each on the lowest level where it touches no other. */
function stack(
  ateliers: TimelineChart['ateliers'],
  { scale, radius, width }: { scale: Scale; radius: number; width: number },
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

function countLevels(placed: readonly Placed[]): number {
  return Math.max(0, ...placed.map(({ level }) => level)) + 1;
}

const BAR = 12;

function layOutBars(
  projets: TimelineChart['projets'],
  { scale, start, top, canvas }: { scale: Scale; start: Instant; top: number; canvas: Canvas },
): Bar[] {
  const { width, fontSize, narrow } = canvas;
  const letters = lettersIn(width - 8, fontSize);
  const names = projets.map(({ label }) => cutLabel(label, { letters, lines: narrow ? 2 : 1 }));
  const text = Math.max(1, ...names.map(({ length }) => length)) * fontSize * 1.2;
  return projets.map(({ first, last }, index) => {
    const x1 = scale(Math.max(first, start));
    const y1 = top + index * (text + BAR + 16) + text + 8;
    const x2 = last === null ? width - 10 : Math.max(scale(last), x1 + 4);
    return { x1, x2, isOpen: last === null, y1, y2: y1 + BAR, lines: names[index] ?? [] };
  });
}
