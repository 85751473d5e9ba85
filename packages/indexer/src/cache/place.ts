/** Where the command line keeps what it has read, unless it is told. */
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** The folder for caches of the person who is logged in, as the system wants it; null where there is none. */
export function userCacheFolder(
  environment: Environment,
  platform: NodeJS.Platform = process.platform,
  home: string = homeFolder(),
): string | null {
  const own = platform === 'win32' ? environment['LOCALAPPDATA'] : environment['XDG_CACHE_HOME'];
  // The convention has relative ones left out.
  if (own && isAbsolute(own)) return join(own, 'okr-language');
  if (home === '' || platform === 'win32') return null;
  return platform === 'darwin' ? join(home, 'Library', 'Caches', 'okr-language') : join(home, '.cache', 'okr-language');
}

function homeFolder(): string {
  try {
    return homedir();
  } catch {
    return ''; // nobody of that number
  }
}
