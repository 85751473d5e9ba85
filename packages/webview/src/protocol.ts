/**
 * What the extension and the cascade view say to each other. Nothing else may name these messages. Both sides pass everything
 * that arrives through `readHostMessage` or `readViewMessage` and drop what those do not know.
 */
import type { CascadeTree, FindingCounts, TreeWanted } from '@okr-language/core';
import { type Guard, isBoolean, isCount, isRecord, isString, listOf, nullOr, recordOf, shape } from './shape.ts';
import { isCascadeTree, isTreeWanted } from './tree-shape.ts';

/** From the extension to the view. */
export type HostMessage =
  /** The project is being read: a skeleton, or the last tree marked as waiting. */
  | { readonly type: 'loading' }
  | TreeMessage
  /** There is no `.okr` file, or nothing in it yet. A tree without goals shows the same. */
  | { readonly type: 'empty' }
  | ErrorMessage
  /** The keyboard comes to the view: it goes to the tree. */
  | { readonly type: 'focus' }
  /** The cursor of the editor: the innermost row around it is chosen and scrolled to. `offset` in UTF-16 code units. */
  | { readonly type: 'reveal'; readonly uri: string; readonly offset: number };

export interface TreeMessage {
  readonly type: 'tree';
  readonly tree: CascadeTree;
  /** What this tree answers: the last `wanted` that was asked for when it was made; null before there was any. */
  readonly wanted: TreeWanted | null;
  /** By row id. Rows without findings may be left out. */
  readonly findings: Readonly<Record<string, FindingCounts>>;
  /** Address of the project's folder, and of all projects: with more than one, the view offers the choice. */
  readonly root: string;
  readonly projects: readonly string[];
}

export interface ErrorMessage {
  readonly type: 'error';
  /** Plain sentences. */
  readonly what: string;
  readonly todo: string;
  /** Where it is wrong, as a link to the text; null where it is no place in a file. */
  readonly where: (SourcePlace & { readonly label: string }) | null;
}

/** A zero-based line and column in a file. */
export interface SourcePlace {
  readonly uri: string;
  readonly line: number;
  readonly character: number;
}

/** From the view to the extension. */
export type ViewMessage =
  /** The view listens: answer with what there is to show. */
  | { readonly type: 'ready' }
  /** Show this place in the text. `preserveFocus` leaves the keyboard in the view. */
  | (SourcePlace & { readonly type: 'open'; readonly preserveFocus: boolean })
  /** "Write your first objective" was pressed. */
  | { readonly type: 'createFirst' }
  /** Of a tree that is there only in part, other rows are wanted: answer with a tree in which they are. */
  | { readonly type: 'wanted'; readonly wanted: TreeWanted }
  /** Another project was chosen: one of `TreeMessage.projects`. */
  | { readonly type: 'project'; readonly root: string };

const isFindingCounts = shape<FindingCounts>({ errors: isCount, warnings: isCount, others: isCount });

type Body<M> = Omit<M, 'type'>;
type HostBody<T extends HostMessage['type']> = Body<Extract<HostMessage, { type: T }>>;
type ViewBody<T extends ViewMessage['type']> = Body<Extract<ViewMessage, { type: T }>>;

const nothingMore: Guard<object> = isRecord;

const hostBodies: { readonly [T in HostMessage['type']]: Guard<object> } = {
  loading: nothingMore,
  empty: nothingMore,
  focus: nothingMore,
  tree: shape<HostBody<'tree'>>({
    tree: isCascadeTree,
    wanted: nullOr(isTreeWanted),
    findings: recordOf(isFindingCounts),
    root: isString,
    projects: listOf(isString),
  }),
  error: shape<HostBody<'error'>>({
    what: isString,
    todo: isString,
    where: nullOr(
      shape<SourcePlace & { readonly label: string }>({
        uri: isString,
        line: isCount,
        character: isCount,
        label: isString,
      }),
    ),
  }),
  reveal: shape<HostBody<'reveal'>>({ uri: isString, offset: isCount }),
};

const viewBodies: { readonly [T in ViewMessage['type']]: Guard<object> } = {
  ready: nothingMore,
  createFirst: nothingMore,
  open: shape<ViewBody<'open'>>({ uri: isString, line: isCount, character: isCount, preserveFocus: isBoolean }),
  project: shape<ViewBody<'project'>>({ root: isString }),
  wanted: shape<ViewBody<'wanted'>>({ wanted: isTreeWanted }),
};

/**
 * The form in which a message goes to the view. As one text a tree of 100,000 rows crosses the editor's frames several times faster
 * than as objects, which are copied one by one at every frame.
 */
export function writeHostMessage(message: HostMessage): string {
  return JSON.stringify(message);
}

/** The message from the extension, as it is or as `writeHostMessage` wrote it; null where it is none. */
export function readHostMessage(data: unknown): HostMessage | null {
  const message = typeof data === 'string' ? parsed(data) : data;
  return fits(hostBodies, message) ? (message as HostMessage) : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * The message from the view, or null where it is none. A place in `open` is only well formed: the extension still has to
 * refuse files that are not of the project.
 */
export function readViewMessage(data: unknown): ViewMessage | null {
  return fits(viewBodies, data) ? (data as ViewMessage) : null;
}

function fits(bodies: Readonly<Record<string, Guard<object>>>, data: unknown): boolean {
  if (!isRecord(data) || typeof data['type'] !== 'string') return false;
  return Object.hasOwn(bodies, data['type']) && bodies[data['type']]?.(data) === true;
}
