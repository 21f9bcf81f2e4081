import type {CommandIo, Effect, Streams, TypedWords} from '../commands/io.ts';

/** Runs a command whose options are parsed; returns its exit code. */
export type RunCommand = (io: CommandIo) => Promise<number>;

/** Selects the command to run, with its effect in Secoda (default: `none`). */
export type SelectCommand = (run: RunCommand, effect?: Effect) => void;

/** The selected command, ready to run. */
export type SelectedCommand = (streams: Streams & TypedWords) => Promise<number>;
