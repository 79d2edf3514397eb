/** The colours of a document made for reading, in any format: on white, each text keeps a contrast of 4.5 to 1 at least. */
export const PALETTE = {
  ink: '#1d2733',
  grey: '#55606e',
  line: '#d5dbe1',
  light: '#f4f6f8',
  accent: '#0b5a6f',
  accentLight: '#e3f1f4',
  accentMid: '#a3cbd5',
  accentDeep: '#2b7184',
  alert: '#8a1c1c',
  alertLight: '#fbeaea',
} as const;
