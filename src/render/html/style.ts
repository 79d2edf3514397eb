import { PALETTE } from '../palette.ts';

/** How the page looks, on a screen of any width and on paper. */
export const STYLE = `
:root {
  --encre: ${PALETTE.ink}; --gris: ${PALETTE.grey}; --trait: ${PALETTE.line}; --fond: #ffffff; --clair: ${PALETTE.light};
  --accent: ${PALETTE.accent}; --accent-clair: ${PALETTE.accentLight}; --alerte: ${PALETTE.alert}; --alerte-clair: ${PALETTE.alertLight};
}
* { box-sizing: border-box; }
html { font-size: 100%; scroll-behavior: smooth; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body {
  margin: 0; color: var(--encre); background: var(--fond);
  font: 1.0625rem/1.6 "Source Sans 3", "Source Sans Pro", "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif;
  font-variant-numeric: lining-nums;
}
header, main, nav, footer { max-width: 46rem; margin: 0 auto; padding: 0 1.25rem; }
.saut { position: absolute; left: -999rem; }
.saut:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--encre); color: #fff; z-index: 3; }
.marque p { margin: 0; }
.marque { padding: .6rem 1.25rem; background: var(--alerte-clair); color: var(--alerte); text-align: center; font-weight: 600; }
header { padding-top: 3.5rem; }
header::before { content: ""; display: block; width: 3.5rem; height: .3rem; margin-bottom: 1.2rem; background: var(--accent); }
h1 { margin: 0 0 .8rem; font-size: 2.1rem; line-height: 1.2; letter-spacing: -.01em; text-wrap: balance; }
header p { margin: 0 0 .6rem; color: var(--gris); }
nav { margin-top: 1.5rem; }
nav ol { margin: 0; padding: .9rem 0; border-top: 1px solid var(--trait); border-bottom: 1px solid var(--trait); list-style: none; columns: 2; column-gap: 2rem; counter-reset: partie; }
nav ol > :first-child { margin-top: 0; }
nav li { margin: 0; counter-increment: partie; break-inside: avoid; padding: .1rem 0; }
nav li::before { content: counter(partie) ". "; color: var(--gris); font-variant-numeric: tabular-nums; }
nav a { text-decoration: none; }
nav a:hover { text-decoration: underline; }
main { padding-bottom: 3rem; }
section { margin-top: 3rem; }
h2 { margin: 0 0 1rem; padding-bottom: .35rem; border-bottom: 2px solid var(--accent); font-size: 1.5rem; line-height: 1.25; }
h3 { margin: 2.2rem 0 .6rem; font-size: 1.2rem; line-height: 1.3; }
h4 { margin: 1.8rem 0 .4rem; font-size: 1.05rem; color: var(--accent); }
p, ul, ol, blockquote { margin: 0 0 .9rem; }
ul, ol { padding-left: 1.2rem; }
li { margin: .25rem 0; }
li::marker { color: var(--accent); }
blockquote { padding: .55rem 1rem; border-left: .25rem solid var(--accent); background: var(--clair); }
blockquote p:last-child { margin: 0; }
a { color: var(--accent); text-underline-offset: .15em; }
a:focus-visible, .tableau:focus-visible { outline: 3px solid #b35900; outline-offset: 2px; }
:target { background: #fff3c4; }
.lieu:target { padding: .1em .25em; border-radius: .2em; }
.tableau { overflow-x: auto; margin: 1rem 0 1.4rem; }
.image { margin: 1.6rem 0 1.8rem; break-inside: avoid; }
.image figcaption { margin-bottom: .6rem; }
.image figcaption span { display: block; color: var(--gris); font-size: .94rem; line-height: 1.4; }
.image svg { display: block; width: 100%; height: auto; }
.image .etroite { display: none; }
table { width: 100%; border-collapse: collapse; font-size: .97rem; }
caption { padding: 0 0 .5rem; text-align: left; font-weight: 600; }
th, td { padding: .45rem .6rem; border-bottom: 1px solid var(--trait); text-align: left; vertical-align: top; }
thead th { border-bottom: 2px solid var(--encre); font-size: .9rem; }
tbody th { font-weight: 400; }
.nombre { text-align: right; font-variant-numeric: tabular-nums; }
.chiffre { position: relative; }
td .chiffre { white-space: nowrap; }
td .bulle { white-space: normal; }
.chiffre > a { font-weight: 600; text-decoration-style: dotted; }
.bulle { display: none; }
footer { margin-top: 2rem; padding-top: 1rem; padding-bottom: 3rem; border-top: 1px solid var(--trait); color: var(--gris); font-size: .9rem; }
@media (hover: hover) and (min-width: 48rem) {
  .chiffre:hover > .bulle, .chiffre:focus-within > .bulle {
    display: block; position: absolute; z-index: 2; left: 0; top: 1.6em; width: 24rem; max-width: 80vw; padding: .8rem 1rem;
    border: 1px solid var(--trait); border-radius: .4rem; background: var(--fond); box-shadow: 0 .5rem 1.5rem #1d273333;
    color: var(--encre); font-size: .9rem; font-weight: 400; line-height: 1.45; text-align: left;
  }
  .tableau:has(.chiffre:hover), .tableau:has(.chiffre:focus-within) { overflow: visible; }
  td .chiffre > .bulle { left: auto; right: 0; }
  .bulle > span { display: block; margin-bottom: .4rem; }
  .bulle > .regle { font-weight: 600; }
  .bulle > .base, .bulle > .suite { color: var(--gris); }
  .bulle > .extrait { padding-left: .7rem; border-left: .2rem solid var(--accent); }
}
@media screen and (max-width: 36rem) {
  .image .large { display: none; }
  .image .etroite { display: block; }
}
@media (max-width: 40rem) {
  body { font-size: 1rem; }
  header { padding-top: 2rem; }
  h1 { font-size: 1.6rem; }
  nav ol { columns: 1; }
}
@media print {
  @page { size: A4; margin: 20mm 18mm; }
  body { font-size: 10.5pt; line-height: 1.45; }
  header, main, nav, footer { max-width: none; padding: 0; }
  header { padding-top: 0; }
  nav, .saut { display: none; }
  .bulle { display: none !important; }
  .marque { position: fixed; top: -12mm; left: 0; right: 0; padding: 1mm; font-size: 9pt; }
  a { color: inherit; text-decoration: none; }
  .chiffre > a { text-decoration: underline dotted; }
  h2, h3, h4, caption { break-after: avoid; }
  tr, blockquote, li { break-inside: avoid; }
  thead { display: table-header-group; }
  .tableau { overflow: visible; }
  .image svg { max-width: 164mm; }
  section { margin-top: 9mm; }
}
`.trim();
