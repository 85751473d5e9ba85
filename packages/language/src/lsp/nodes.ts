/** Walking what a file declares, in text order. */
import type {
  CheckinBlock,
  Closing,
  CycleDeclaration,
  Guardrail,
  Initiative,
  KeyResult,
  Kpi,
  Objective,
  OkrFile,
  OkrSet,
  UnitDeclaration,
} from '@okr-language/core';

export type FileNode =
  | CycleDeclaration
  | UnitDeclaration
  | OkrSet
  | Kpi
  | CheckinBlock
  | Closing
  | Objective
  | KeyResult
  | Initiative
  | Guardrail;

/** What stands directly inside a node, in text order. */
export function childrenOf(node: FileNode): readonly FileNode[] {
  switch (node.kind) {
    case 'okrs':
      return inOrder([...node.objectives, ...node.initiatives, ...node.guardrails]);
    case 'objective':
      return inOrder([...node.keyResults, ...node.initiatives, ...node.guardrails]);
    case 'keyResult':
      return node.initiatives;
    default:
      return [];
  }
}

function inOrder<T extends FileNode>(nodes: T[]): T[] {
  return nodes.sort((a, b) => a.span.start - b.span.start);
}

/** Every node of a file, outer before inner. */
export function* nodesOf(file: OkrFile): Generator<FileNode> {
  for (const statement of file.statements) yield* withChildren(statement);
}

/** Blocks can be nested four deep at most, so this ends soon. */
function* withChildren(node: FileNode): Generator<FileNode> {
  yield node;
  for (const child of childrenOf(node)) yield* withChildren(child);
}

/** The nodes around an offset, outermost first. */
export function nodesAt(file: OkrFile, offset: number): readonly FileNode[] {
  const around: FileNode[] = [];
  let inside: readonly FileNode[] = file.statements;
  for (;;) {
    const next = inside.find(({ span }) => span.start <= offset && offset <= span.end);
    if (!next) return around;
    around.push(next);
    inside = childrenOf(next);
  }
}

export function nameOf(node: FileNode) {
  return 'name' in node ? node.name : null;
}

export function titleOf(node: FileNode) {
  return 'title' in node ? node.title : null;
}
