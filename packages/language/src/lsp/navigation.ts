/** Go to definition, find references, and the same name marked throughout a file. */
import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type Position,
} from 'vscode-languageserver-types';
import type { Directory } from '../lookup/directory.ts';
import { eachReference, type Pause } from '../lookup/mentions.ts';
import { type FeatureContext, offsetAt, toLocation, toRange } from './context.ts';
import { declarationPlace, nameAt, referencesTo } from './lookup.ts';

function declaredAt(context: FeatureContext, position: Position) {
  return nameAt(context, offsetAt(context.text, context.file.lineStarts, position))?.declared ?? null;
}

/** Where the thing is declared that the name at a position stands for; null where it is not known, or a calendar cycle. */
export function definition(context: FeatureContext, position: Position): Location | null {
  const declared = declaredAt(context, position);
  const place = declared && declarationPlace(declared);
  return place ? toLocation(context, place) : null;
}

/** Every place of the project that names the thing at a position. */
export function references(context: FeatureContext, position: Position, includeDeclaration: boolean): Location[] {
  const declared = declaredAt(context, position);
  if (!declared) return [];
  const declaration = includeDeclaration ? declarationPlace(declared) : null;
  const places = referencesTo(context.cascade, declared);
  return [...(declaration ? [declaration] : []), ...places].map((place) => toLocation(context, place));
}

/** The same in a project of any size, of which `context` shows only a part. */
export async function referencesEverywhere(
  context: FeatureContext & { readonly directory: Directory },
  position: Position,
  includeDeclaration: boolean,
  pause: Pause,
): Promise<Location[]> {
  const declared = declaredAt(context, position);
  if (!declared) return [];
  const declaration = includeDeclaration ? declarationPlace(declared) : null;
  const found = declaration ? [toLocation(context, declaration)] : [];
  await eachReference(context.directory, declared, pause, (place) => found.push(toLocation(context, place)));
  return found;
}

/** The places of this file that name the thing at a position; its declaration is marked as written. */
export function documentHighlights(context: FeatureContext, position: Position): DocumentHighlight[] {
  const { uri, cascade, file } = context;
  const declared = declaredAt(context, position);
  if (!declared) return [];
  const declaration = declarationPlace(declared);
  const highlights = referencesTo(cascade, declared, uri).map(({ span }) => ({
    range: toRange(file.lineStarts, span),
    kind: DocumentHighlightKind.Read as DocumentHighlightKind,
  }));
  if (declaration?.uri === uri) {
    highlights.unshift({ range: toRange(file.lineStarts, declaration.span), kind: DocumentHighlightKind.Write });
  }
  return highlights;
}
