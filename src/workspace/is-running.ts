import { kill } from 'node:process';

/** Whether a program still runs, by its number; one that belongs to somebody else does. */
export function isRunning(program: number): boolean {
  try {
    return kill(program, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
