import { PALETTE } from '../palette.ts';
import { FIGURES_FILE } from './printed-figures.ts';

/** Levels of headings go from 1; this one makes a place that links lead to, by its name, and shows nothing. */
const PLACE_LEVEL = 9;

/** How a page looks: its margins, its marks, its number. */
const PAGE = `
#let data = json(bytes(sys.inputs.document))
#let (ink, grey, line-colour) = (rgb("${PALETTE.ink}"), rgb("${PALETTE.grey}"), rgb("${PALETTE.line}"))
#let (light, accent, accent-light) = (rgb("${PALETTE.light}"), rgb("${PALETTE.accent}"), rgb("${PALETTE.accentLight}"))
#let (alert, alert-light) = (rgb("${PALETTE.alert}"), rgb("${PALETTE.alertLight}"))

#set document(title: data.name, date: none)
#pdf.attach("${FIGURES_FILE}", bytes(sys.inputs.figures), relationship: "data", mime-type: "application/json",
  description: "Les chiffres de ce document, tels qu’ils sont imprimés, et d’où ils viennent")
#set page(
  paper: "a4",
  margin: (top: 25mm, bottom: 25mm, x: 24mm),
  background: if data.mark != none {
    place(top, block(width: 100%, fill: alert-light, inset: (y: 3.2mm),
      align(center, text(size: 8.5pt, weight: 600, fill: alert, data.mark))))
  },
  footer-descent: 9mm,
  footer: context {
    set text(size: 8pt, fill: grey)
    set par(leading: .5em)
    block(width: 100%, stroke: (top: .5pt + line-colour), inset: (top: 2.2mm), grid(columns: (1fr, auto), column-gutter: 12mm,
      data.name, text(number-width: "tabular")[page #counter(page).display() sur #counter(page).final().first()]))
  },
)
`;

/** How the parts of a text look. */
const STYLE = `
#set text(lang: "fr", font: "Source Sans 3", fallback: false, size: 10.5pt, fill: ink, number-type: "lining")
#set par(leading: .62em, spacing: .95em, justify: false)
// Of the faces that cops carries alone: for any other, a machine that has it would print another page.
#set strong(delta: 0)
#show strong: set text(weight: 600, style: "normal")
#show emph: set text(weight: 400)
#set list(indent: 1mm, body-indent: 2.2mm, spacing: .7em)
#set enum(indent: 1mm, body-indent: 2.2mm, spacing: .7em)
#show raw: set text(font: "Source Sans 3", size: 1em / .8)
#show raw.where(block: true): it => block(width: 100%, fill: light, inset: 3mm, radius: 1mm, it)
#show raw.where(block: false): it => highlight(fill: light, extent: .15em, it)

#show heading: set text(fill: ink, weight: 600)
#show heading: set par(leading: .5em)
#show heading.where(level: 1): it => block(width: 100%, above: 11mm, below: 5mm, stroke: (bottom: 1.2pt + accent),
  inset: (bottom: 2mm), text(size: 17pt, it.body))
#show heading.where(level: 2): it => block(above: 7.5mm, below: 3.6mm, text(size: 13pt, it.body))
#show heading.where(level: 3): it => block(above: 6mm, below: 3mm, text(size: 11pt, fill: accent, it.body))
#show heading.where(level: ${PLACE_LEVEL}): box(width: 0pt, height: 0pt)

#show quote.where(block: true): it => block(width: 100%, fill: light, stroke: (left: 2pt + accent),
  inset: (left: 4mm, right: 4mm, y: 2.6mm), above: 3mm, below: 3mm, it.body)
#show figure: set block(breakable: true)
#show figure: it => block(above: 3mm, below: 6mm, it)
#show figure.caption: it => block(width: 100%, sticky: true, below: 2mm, align(left, text(weight: 600, it.body)))
#set figure.caption(position: top)
#set table(inset: (x: 2mm, y: 1.7mm), stroke: (_, y) => (
  top: if y == 1 { 1pt + ink } else if y > 1 { .5pt + line-colour },
  bottom: .5pt + line-colour,
))
#show table: set text(size: 9.5pt, hyphenate: false, number-width: "tabular")
#show table: set par(leading: .5em)
#show table.cell.where(y: 0): set text(size: 9pt, weight: 600)
#show footnote.entry: set text(size: 8.5pt)
#show link: set text(fill: accent)
`;

/** How each kind of node becomes content. Texts come as values: what they hold is never read as a program. */
const RENDER = `
#let render(node) = {
  if type(node) == str { return text(node) }
  let all(nodes) = nodes.map(render).join()
  let kind = node.kind
  if kind == "paragraph" {
    block(sticky: node.keep, above: if node.lead { 1.6em } else { .95em }, below: .95em, par(all(node.children)))
  }
  else if kind == "plain" { all(node.children) }
  else if kind == "heading" { heading(level: node.level, all(node.children)) }
  else if kind == "quote" { quote(block: true, all(node.children)) }
  else if kind == "list" and node.start == none { list(tight: true, marker: text(fill: accent, node.marker), ..node.items.map(all)) }
  else if kind == "list" { enum(tight: true, start: node.start, ..node.items.map(all)) }
  else if kind == "entries" { node.items.map(item => par(hanging-indent: 5mm, all(item))).join() }
  else if kind == "table" {
    let grid = table(
      columns: node.widths.map(width => if width == none { auto } else { width * 1fr }),
      align: node.align.map(name => (left: left, right: right, center: center).at(name) + top),
      table.header(..node.head.map(all)),
      ..node.rows.sum(default: ()).map(all),
    )
    let held = block(width: if node.widths.len() < 3 { 95mm } else { 100% }, grid)
    // Room for its first rows, or it begins on the next page.
    block(breakable: false, height: 32mm, above: 0mm, below: 0mm)
    v(-32mm)
    if node.caption == none { block(above: 3mm, below: 6mm, held) }
    else { figure(kind: table, supplement: none, numbering: none, caption: text(node.caption), align(left, held)) }
  }
  else if kind == "picture" {
    let said = { text(node.title); [.]; text(weight: 400, fill: grey)[ #node.note] }
    block(breakable: false, width: 100%, above: 5mm, below: 5mm,
      figure(kind: image, supplement: none, numbering: none, caption: said,
        image(bytes(node.svg), format: "svg", width: 100%, alt: node.alt)))
  }
  else if kind == "verbatim" { raw(block: true, node.text) }
  else if kind == "rule" { line(length: 100%, stroke: .5pt + line-colour) }
  else if kind == "strong" { strong(all(node.children)) }
  else if kind == "emphasis" { emph(all(node.children)) }
  else if kind == "hyphenated" { text(hyphenate: true, all(node.children)) }
  else if kind == "delete" { strike(all(node.children)) }
  else if kind == "path" {
    linebreak()
    text(size: .85em, fill: grey, hyphenate: false, all(node.children))
  }
  else if kind == "code" { raw(node.text) }
  else if kind == "break" { linebreak() }
  else if kind == "note" { footnote(all(node.children)) }
  else if kind == "inner" { link(label(node.to), all(node.children)) }
  else if kind == "outer" { link(node.url, underline(all(node.children))) }
  else if kind == "place" {
    box(pdf.artifact[#heading(level: ${PLACE_LEVEL}, outlined: false, bookmarked: false, supplement: node.said, node.name)#label(node.name)])
  }
  else { panic("unknown kind: " + kind) }
}
`;

/** The document: what is on the first page, its sections, its annex. */
const DOCUMENT = `
#block(above: 0pt, below: 7mm, rect(width: 16mm, height: 1.6mm, fill: accent))
#{
  show title: set par(leading: .5em)
  show title: set block(above: 0mm, below: 6mm)
  let (first, ..others) = data.title
  title({
    text(size: 24pt, weight: 600, first)
    for line in others { linebreak(); text(size: 15pt, weight: 400, fill: accent, line) }
  })
}
#{
  set text(size: 11.5pt, fill: grey)
  data.intro.map(render).join()
}
#if data.mark != none {
  block(above: 5mm, text(size: 9.5pt, weight: 600, fill: alert, data.mark))
}

#context if data.hasContents and query(heading.where(outlined: true)).len() > 0 {
  set text(size: 10pt)
  block(above: 9mm, below: 0mm, width: 100%, stroke: (top: .5pt + line-colour, bottom: .5pt + line-colour), inset: (y: 4.5mm), {
    show outline.entry: it => link(it.element.location(), text(fill: ink, it.indented(none, it.inner())))
    show outline.entry.where(level: 1): set text(weight: 600)
    set outline.entry(fill: text(fill: line-colour, repeat(gap: .25em, ".")))
    outline(title: none, depth: 2, indent: 5mm)
  })
}

#data.body.map(render).join()

#if data.annex.len() > 0 {
  pagebreak(weak: true)
  set text(size: 9pt)
  set par(leading: .55em, spacing: .8em)
  set list(spacing: .75em)
  show table: set text(size: 8.5pt)
  show heading.where(level: 1): set block(above: 0mm)
  data.annex.map(render).join()
}

#block(above: 9mm, width: 100%, stroke: (top: .5pt + line-colour), inset: (top: 3mm), {
  set text(size: 8.5pt, fill: grey)
  data.closing.map(said => par(text(said))).join()
})
`;

/** The program, in typst, that sets any document in pages. It reads its document as values, and holds none of its words. */
export const PROGRAM: string = [PAGE, STYLE, RENDER, DOCUMENT].join('\n');
