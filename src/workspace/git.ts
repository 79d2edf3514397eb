import { spawnSync } from 'node:child_process';

/** Longest that a question to git may take, in milliseconds: a stuck repository must not stop everything else. */
const LONGEST = 30_000;

/** What git answers to some words in a folder; undefined where there is no git, no repository, or it refuses. */
export function askGit(folder: string, words: readonly string[], input?: string): string | undefined {
  return askGitForBytes(folder, words, input)?.toString('utf8');
}

/** The same as bytes, for what git counts in bytes. */
export function askGitForBytes(folder: string, words: readonly string[], input?: string): Buffer | undefined {
  const { status, stdout } = spawnSync('git', ['-C', folder, ...words], {
    input: input ?? '',
    env: ownEnvironment(),
    timeout: LONGEST,
    maxBuffer: 256 * 1024 * 1024,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return status === 0 ? stdout : undefined;
}

/** A hook of git leaves its own repository, index and folder in the environment: a question about a folder is about that folder. */
function ownEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !INHERITED.has(name)));
}

const INHERITED = new Set([
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_PREFIX',
  'GIT_COMMON_DIR',
  'GIT_OBJECT_DIRECTORY',
  'GIT_LITERAL_PATHSPECS',
  'GIT_GLOB_PATHSPECS',
  'GIT_NOGLOB_PATHSPECS',
  'GIT_ICASE_PATHSPECS',
]);
