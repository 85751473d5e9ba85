import { countByRow, treeOf } from '@okr-language/core';
import type { TreeResult } from './protocol.ts';
import type { Session } from './session.ts';

export function treeResultOf(session: Session, uri: string | null): TreeResult | null {
  const project = session.projectOf(uri);
  if (!project) return null;
  const findings = [...project.findings.values()].flat();
  return {
    root: project.root,
    projects: session.workspace.projects().map((other) => other.root),
    tree: treeOf(project.cascade, project.findings),
    findings: countByRow(project.cascade, findings),
  };
}
