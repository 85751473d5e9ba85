export const configFileName = 'okr.config.json';
