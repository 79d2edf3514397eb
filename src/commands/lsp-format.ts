import {
  type CodeAction,
  CodeActionKind,
  type CompletionItem,
  CompletionItemKind,
  DiagnosticSeverity,
  type Diagnostic as LspDiagnostic,
  type Position as LspPosition,
  type Range as LspRange,
  MarkupKind,
} from 'vscode-languageserver';
import type { Diagnostic, Position, Range } from '../diagnostic.ts';
import type { Suggestion } from '../editor/suggestion.ts';
import type { Mendable } from '../fixing/judge.ts';

/** A place of ours from one of the protocol, which counts from 0; both count in UTF-16 units. */
export function fromLspPosition({ line, character }: LspPosition): Position {
  return { line: line + 1, column: character + 1 };
}

/** A stretch of ours from one of the protocol. */
export function fromLspRange({ start, end }: LspRange): Range {
  return { start: fromLspPosition(start), end: fromLspPosition(end) };
}

/** A stretch as the protocol has it. */
export function toLspRange({ start, end }: Range): LspRange {
  const to = ({ line, column }: Position): LspPosition => ({ line: line - 1, character: column - 1 });
  return { start: to(start), end: to(end) };
}

const SEVERITIES = { error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning } as const;

/** A fault as an editor shows it, in the words of `check`. */
export function toLspDiagnostic({ code, severity, range, message }: Diagnostic): LspDiagnostic {
  return { range: toLspRange(range), severity: SEVERITIES[severity], code, source: 'cops', message };
}

/** The fix of a fault as an editor offers it. */
export function toCodeAction(fault: Mendable, uri: string): CodeAction {
  const edits = fault.fix.edits.map(({ range, text }) => ({ range: toLspRange(range), newText: text }));
  return {
    title: `Corriger : ${fault.fix.title}`,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toLspDiagnostic(fault)],
    isPreferred: true,
    edit: { changes: { [uri]: edits } },
  };
}

const KINDS = {
  cle: CompletionItemKind.Property,
  valeur: CompletionItemKind.EnumMember,
  fiche: CompletionItemKind.Reference,
  passage: CompletionItemKind.Reference,
  marque: CompletionItemKind.Keyword,
  section: CompletionItemKind.Module,
} as const;

/** Suggestions as an editor offers them, in our order. */
export function toCompletionItems(suggestions: readonly Suggestion[]): CompletionItem[] {
  return suggestions.map(({ kind, label, detail, explanation, range, text }, index) => ({
    label,
    kind: KINDS[kind],
    ...(detail && { detail }),
    ...(explanation && { documentation: { kind: MarkupKind.PlainText, value: explanation } }),
    sortText: String(index).padStart(5, '0'),
    textEdit: { range: toLspRange(range), newText: text },
  }));
}
