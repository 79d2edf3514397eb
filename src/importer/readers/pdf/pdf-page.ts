/** Words that stand together on a line, with their place: points from the lower left corner of the page. */
export interface Fragment {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  /** The line that letters stand on. */
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Whether the file has a space before it. */
  readonly spaced: boolean;
  /** Whether a tab parts it from what is before, however narrow. */
  readonly tabbed: boolean;
}

/** A straight line that is drawn, or a bar as thin as one. */
export interface Rule {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** What a page of a PDF holds, before it is understood. */
export interface PdfPage {
  readonly height: number;
  readonly fragments: readonly Fragment[];
  readonly rules: readonly Rule[];
  readonly images: number;
}

/** A rectangle of a page. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}
