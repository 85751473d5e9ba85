import { type Config, defaultConfig, parseConfig } from '@okr-language/core';

/** The editor's settings say what `okr.config.json` would say, in the same words; a project's own configuration wins over them. */
export function baseConfigOf(settings: unknown): Config {
  if (typeof settings !== 'object' || settings === null) return defaultConfig;
  const { rules } = settings as { rules?: unknown };
  return rules === undefined ? defaultConfig : parseConfig(JSON.stringify({ rules })).config;
}
