/** What tests hold the reading of a text to. Nothing that ships asks for it. */
export { keywordsByPlace } from './syntax/places.ts';
export { tokenize } from './tokenize.ts';
