// Written by `npm run generate`. Do not edit.
export const pagesAddress = 'https://github.com/okr-language/okr-language/blob/main/docs/rules/';
