import type {CommandIo, Effect, Streams} from '../commands/io.ts';

/** A command with its options read: it does the work and answers the exit code. */
export type RunCommand = (io: CommandIo) => Promise<number>;

/** Says which command is to be run, and what it does in Secoda; `none` where that is left out. */
export type SelectCommand = (run: RunCommand, effect?: Effect) => void;

/** What was chosen, whatever its manners. */
export type SelectedCommand = (streams: Streams) => Promise<number>;
