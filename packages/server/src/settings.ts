import { isAbsolute } from 'node:path';
import { rules as allRules, type Config, defaultConfig, parseConfig } from '@okr-language/core';

/**
 * The editor's settings say what `okr.config.json` would say, in the same words; a project's own configuration wins over them.
 * Editors send all settings with their usual values, so that one with its rule's own level says nothing against the profile.
 */
export function baseConfigOf(settings: unknown): Config {
  if (typeof settings !== 'object' || settings === null) return defaultConfig;
  const { rules, profile } = settings as { rules?: unknown; profile?: unknown };
  const asked = {
    ...(typeof profile === 'string' && { extends: profile }),
    ...(typeof rules === 'object' && rules !== null && { rules: withoutUsualLevels(rules) }),
  };
  return parseConfig(JSON.stringify(asked)).config;
}

function withoutUsualLevels(rules: object): object {
  const usual = new Map(allRules.map(({ meta }) => [meta.name, meta.level]));
  return Object.fromEntries(Object.entries(rules).filter(([name, level]) => usual.get(name) !== level));
}

/** `okr.strength.lens`: whether the line above an objective tells its strength. Off unless somebody turns it on. */
export function tellsStrength(settings: unknown): boolean {
  if (typeof settings !== 'object' || settings === null) return false;
  const { strength } = settings as { strength?: unknown };
  return typeof strength === 'object' && strength !== null && (strength as { lens?: unknown }).lens === true;
}

/** The folder that a client gives to keep things in; null unless it is the full path of one. */
export function storageOf(asked: unknown): string | null {
  return typeof asked === 'string' && isAbsolute(asked) && !asked.includes('\0') ? asked : null;
}
